-- CreateTable
CREATE TABLE "Person" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passwordHash" TEXT,
    "totpSecret" TEXT,
    "totpConfirmed" BOOLEAN NOT NULL DEFAULT false,
    "totpLastStep" INTEGER,
    "oidcSubject" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" DATETIME,
    "lastSeenAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Person_email_check" CHECK ("email" = lower("email") AND length("email") > 0),
    CONSTRAINT "Person_name_check" CHECK (length("name") > 0),
    CONSTRAINT "Person_role_check" CHECK ("role" IN ('viewer', 'officer', 'manager', 'administrator'))
);

-- CreateTable
CREATE TABLE "Session" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE RESTRICT,

    CONSTRAINT "Session_hash_check" CHECK (length("hash") = 64 AND "hash" NOT GLOB '*[^0-9a-f]*')
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "OneTimeLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE RESTRICT,

    CONSTRAINT "OneTimeLink_purpose_check" CHECK ("purpose" IN ('invitation', 'reset')),
    CONSTRAINT "OneTimeLink_hash_check" CHECK (length("hash") = 64 AND "hash" NOT GLOB '*[^0-9a-f]*')
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "RecoveryCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE RESTRICT,

    CONSTRAINT "RecoveryCode_hash_check" CHECK (length("hash") = 64 AND "hash" NOT GLOB '*[^0-9a-f]*')
);

-- CreateTable
CREATE TABLE "FailedSignIn" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "account" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "change" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" INTEGER,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "reason" TEXT,

    CONSTRAINT "AuditEntry_actorKind_check" CHECK ("actorKind" IN ('person', 'token', 'command', 'product')),
    CONSTRAINT "AuditEntry_actorId_check" CHECK (("actorKind" IN ('person', 'token')) = ("actorId" IS NOT NULL)),
    CONSTRAINT "AuditEntry_action_check" CHECK ("action" IN ('added', 'changed', 'deleted')),
    CONSTRAINT "AuditEntry_before_check" CHECK (("action" = 'added') = ("before" IS NULL)),
    CONSTRAINT "AuditEntry_after_check" CHECK (("action" = 'deleted') = ("after" IS NULL))
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Person_oidcSubject_key" ON "Person"("oidcSubject");

-- CreateIndex
CREATE UNIQUE INDEX "Session_hash_key" ON "Session"("hash");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_hash_key" ON "OneTimeLink"("hash");

-- CreateIndex
CREATE INDEX "OneTimeLink_personId_idx" ON "OneTimeLink"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_personId_hash_key" ON "RecoveryCode"("personId", "hash");

-- CreateIndex
CREATE INDEX "FailedSignIn_account_at_idx" ON "FailedSignIn"("account", "at");

-- CreateIndex
CREATE INDEX "FailedSignIn_address_at_idx" ON "FailedSignIn"("address", "at");

-- CreateIndex
CREATE INDEX "FailedSignIn_at_idx" ON "FailedSignIn"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_kind_key_id_idx" ON "AuditEntry"("kind", "key", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_actorName_id_idx" ON "AuditEntry"("actorName", "id");

-- The audit trail only grows. A row that replaces another is inserted in the end, so that is refused, too.

-- CreateTrigger
CREATE TRIGGER "AuditEntry_is_never_changed" BEFORE UPDATE ON "AuditEntry"
BEGIN
    SELECT RAISE(ABORT, 'the audit trail only grows: entries are never changed');
END;

-- CreateTrigger
CREATE TRIGGER "AuditEntry_is_never_deleted" BEFORE DELETE ON "AuditEntry"
BEGIN
    SELECT RAISE(ABORT, 'the audit trail only grows: entries are never deleted');
END;

-- CreateTrigger
CREATE TRIGGER "AuditEntry_is_never_replaced" BEFORE INSERT ON "AuditEntry"
WHEN EXISTS (SELECT 1 FROM "AuditEntry" WHERE "id" = NEW."id")
BEGIN
    SELECT RAISE(ABORT, 'the audit trail only grows: entries are never replaced');
END;

-- CreateTable
CREATE TABLE "Person" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passwordHash" TEXT,
    "totpSecret" TEXT,
    "totpConfirmed" BOOLEAN NOT NULL DEFAULT false,
    "totpLastStep" INTEGER,
    "oidcSubject" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMP(3),
    "lastSeenAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id"),

    CONSTRAINT "Person_email_check" CHECK ("email" = lower("email") AND length("email") > 0),
    CONSTRAINT "Person_name_check" CHECK (length("name") > 0),
    CONSTRAINT "Person_role_check" CHECK ("role" IN ('viewer', 'officer', 'manager', 'administrator'))
);

-- CreateTable
CREATE TABLE "Session" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id"),

    CONSTRAINT "Session_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id"),

    CONSTRAINT "OneTimeLink_purpose_check" CHECK ("purpose" IN ('invitation', 'reset')),
    CONSTRAINT "OneTimeLink_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id"),

    CONSTRAINT "RecoveryCode_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);

-- CreateTable
CREATE TABLE "FailedSignIn" (
    "id" SERIAL NOT NULL,
    "account" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FailedSignIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
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

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id"),

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

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- The audit trail only grows.

-- CreateFunction
CREATE FUNCTION "refuse_to_alter_audit_trail"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail only grows: entries are never changed or deleted';
END;
$$;

-- CreateTrigger
CREATE TRIGGER "AuditEntry_is_never_altered" BEFORE UPDATE OR DELETE ON "AuditEntry"
FOR EACH ROW EXECUTE FUNCTION "refuse_to_alter_audit_trail"();

-- CreateTrigger
CREATE TRIGGER "AuditEntry_is_never_emptied" BEFORE TRUNCATE ON "AuditEntry"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_alter_audit_trail"();

-- CreateTable
CREATE TABLE "Settings" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "baseCurrency" TEXT NOT NULL,
    "demonstration" BOOLEAN NOT NULL,
    "initialised" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Settings_id_check" CHECK ("id" = 1),
    CONSTRAINT "Settings_baseCurrency_check" CHECK ("baseCurrency" GLOB '[A-Z][A-Z][A-Z]'),
    CONSTRAINT "Settings_demonstration_check" CHECK ("demonstration" IN (0, 1)),
    CONSTRAINT "Settings_initialised_check" CHECK ("initialised" IN (0, 1))
);

-- CreateTable
CREATE TABLE "ExchangeRate" (
    "currency" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "unitsPerBase" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    PRIMARY KEY ("currency", "from"),

    CONSTRAINT "ExchangeRate_currency_check" CHECK ("currency" GLOB '[A-Z][A-Z][A-Z]'),
    CONSTRAINT "ExchangeRate_from_check" CHECK ("from" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("from") IS "from"),
    CONSTRAINT "ExchangeRate_unitsPerBase_check" CHECK ("unitsPerBase" GLOB '[0-9]*' AND "unitsPerBase" GLOB '*[0-9]' AND "unitsPerBase" NOT GLOB '*[^0-9.]*' AND "unitsPerBase" NOT GLOB '*.*.*' AND CAST("unitsPerBase" AS REAL) > 0)
);

-- CreateTable
CREATE TABLE "Programme" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "title" TEXT NOT NULL,
    "startYear" INTEGER NOT NULL,
    "endYear" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Programme_code_check" CHECK ("code" <> ''),
    CONSTRAINT "Programme_startYear_check" CHECK (typeof("startYear") = 'integer' AND "startYear" BETWEEN 1 AND 9999),
    CONSTRAINT "Programme_endYear_check" CHECK (typeof("endYear") = 'integer' AND "endYear" BETWEEN 1 AND 9999),
    CONSTRAINT "Programme_years_check" CHECK ("startYear" <= "endYear")
);

-- CreateTable
CREATE TABLE "Theme" (
    "programmeCode" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    PRIMARY KEY ("programmeCode", "code"),
    CONSTRAINT "Theme_programmeCode_fkey" FOREIGN KEY ("programmeCode") REFERENCES "Programme" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT,

    CONSTRAINT "Theme_code_check" CHECK ("code" <> '')
);

-- CreateTable
CREATE TABLE "SpeciesProgramme" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SpeciesProgramme_code_check" CHECK ("code" <> ''),
    CONSTRAINT "SpeciesProgramme_status_check" CHECK ("status" IN ('priority', 'candidate', 'other'))
);

-- CreateTable
CREATE TABLE "Taxon" (
    "speciesCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "scientificName" TEXT NOT NULL,
    "commonName" TEXT,

    PRIMARY KEY ("speciesCode", "position"),
    CONSTRAINT "Taxon_speciesCode_fkey" FOREIGN KEY ("speciesCode") REFERENCES "SpeciesProgramme" ("code") ON DELETE CASCADE ON UPDATE RESTRICT,

    CONSTRAINT "Taxon_position_check" CHECK (typeof("position") = 'integer' AND "position" BETWEEN 0 AND 2147483647)
);

-- CreateTable
CREATE TABLE "Activity" (
    "programmeCode" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "printedCode" TEXT,
    "themeCode" TEXT NOT NULL,
    "section" TEXT,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "timeframeKind" TEXT,
    "timeframeStartYear" INTEGER,
    "timeframeEndYear" INTEGER,
    "timeframePrinted" TEXT,
    "timeframeNote" TEXT,
    "funding" TEXT NOT NULL,
    "lead" TEXT,
    "priority" TEXT,
    "status" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    PRIMARY KEY ("programmeCode", "code"),
    CONSTRAINT "Activity_programmeCode_fkey" FOREIGN KEY ("programmeCode") REFERENCES "Programme" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "Activity_programmeCode_themeCode_fkey" FOREIGN KEY ("programmeCode", "themeCode") REFERENCES "Theme" ("programmeCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT,

    CONSTRAINT "Activity_code_check" CHECK ("code" <> ''),
    CONSTRAINT "Activity_funding_check" CHECK ("funding" IN ('external', 'partial', 'core')),
    CONSTRAINT "Activity_priority_check" CHECK ("priority" IN ('core', 'high', 'medium', 'low')),
    CONSTRAINT "Activity_status_check" CHECK ("status" IN ('planned', 'seeking-funding', 'funded', 'in-progress', 'completed', 'on-hold', 'cancelled')),
    CONSTRAINT "Activity_timeframeKind_check" CHECK ("timeframeKind" IN ('years', 'ongoing', 'annual', 'conditional', 'unspecified')),
    CONSTRAINT "Activity_timeframeStartYear_check" CHECK ("timeframeStartYear" IS NULL OR (typeof("timeframeStartYear") = 'integer' AND "timeframeStartYear" BETWEEN 1 AND 9999)),
    CONSTRAINT "Activity_timeframeEndYear_check" CHECK ("timeframeEndYear" IS NULL OR (typeof("timeframeEndYear") = 'integer' AND "timeframeEndYear" BETWEEN 1 AND 9999)),
    CONSTRAINT "Activity_timeframeYears_check" CHECK (CASE WHEN "timeframeKind" = 'years'
        THEN "timeframeStartYear" IS NOT NULL AND "timeframeEndYear" IS NOT NULL AND "timeframeStartYear" <= "timeframeEndYear"
        ELSE "timeframeStartYear" IS NULL AND "timeframeEndYear" IS NULL END),
    CONSTRAINT "Activity_timeframe_check" CHECK ("timeframeKind" IS NOT NULL OR ("timeframePrinted" IS NULL AND "timeframeNote" IS NULL))
);

-- CreateTable
CREATE TABLE "ActivitySpecies" (
    "programmeCode" TEXT NOT NULL,
    "activityCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "speciesCode" TEXT NOT NULL,
    "shareMillionths" INTEGER NOT NULL,

    PRIMARY KEY ("programmeCode", "activityCode", "position"),
    CONSTRAINT "ActivitySpecies_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity" ("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT "ActivitySpecies_speciesCode_fkey" FOREIGN KEY ("speciesCode") REFERENCES "SpeciesProgramme" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT,

    CONSTRAINT "ActivitySpecies_position_check" CHECK (typeof("position") = 'integer' AND "position" BETWEEN 0 AND 2147483647),
    CONSTRAINT "ActivitySpecies_shareMillionths_check" CHECK (typeof("shareMillionths") = 'integer' AND "shareMillionths" BETWEEN 0 AND 1000000)
);

-- CreateTable
CREATE TABLE "ActivityPartner" (
    "programmeCode" TEXT NOT NULL,
    "activityCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    PRIMARY KEY ("programmeCode", "activityCode", "position"),
    CONSTRAINT "ActivityPartner_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity" ("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT,

    CONSTRAINT "ActivityPartner_position_check" CHECK (typeof("position") = 'integer' AND "position" BETWEEN 0 AND 2147483647)
);

-- CreateTable
CREATE TABLE "ActivityItem" (
    "programmeCode" TEXT NOT NULL,
    "activityCode" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "funding" TEXT,

    PRIMARY KEY ("programmeCode", "activityCode", "code"),
    CONSTRAINT "ActivityItem_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity" ("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT,

    CONSTRAINT "ActivityItem_position_check" CHECK (typeof("position") = 'integer' AND "position" BETWEEN 0 AND 2147483647),
    CONSTRAINT "ActivityItem_code_check" CHECK ("code" <> ''),
    CONSTRAINT "ActivityItem_funding_check" CHECK ("funding" IN ('external', 'partial', 'core', 'in-kind'))
);

-- CreateTable
CREATE TABLE "Budget" (
    "programmeCode" TEXT NOT NULL,
    "activityCode" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "approvedOn" TEXT,
    "rateDate" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "pscRate" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    PRIMARY KEY ("programmeCode", "activityCode", "version"),
    CONSTRAINT "Budget_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity" ("programmeCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT,

    CONSTRAINT "Budget_version_check" CHECK (typeof("version") = 'integer' AND "version" BETWEEN 1 AND 2147483647),
    CONSTRAINT "Budget_status_check" CHECK ("status" IN ('draft', 'approved', 'superseded')),
    CONSTRAINT "Budget_approvedOn_check" CHECK ("approvedOn" IS NULL OR ("approvedOn" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("approvedOn") IS "approvedOn")),
    CONSTRAINT "Budget_rateDate_check" CHECK ("rateDate" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("rateDate") IS "rateDate"),
    CONSTRAINT "Budget_currency_check" CHECK ("currency" GLOB '[A-Z][A-Z][A-Z]'),
    CONSTRAINT "Budget_pscRate_check" CHECK ("pscRate" GLOB '[0-9]*' AND "pscRate" GLOB '*[0-9]' AND "pscRate" NOT GLOB '*[^0-9.]*' AND "pscRate" NOT GLOB '*.*.*'),
    CONSTRAINT "Budget_approval_check" CHECK (("status" = 'draft') = ("approvedOn" IS NULL)),
    CONSTRAINT "Budget_rateDate_order_check" CHECK ("rateDate" <= "approvedOn")
);

-- CreateTable
CREATE TABLE "BudgetLine" (
    "programmeCode" TEXT NOT NULL,
    "activityCode" TEXT NOT NULL,
    "budgetVersion" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "unit" TEXT,
    "quantity" TEXT NOT NULL,
    "unitCostMinor" BIGINT NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "year" INTEGER NOT NULL,
    "funding" TEXT NOT NULL,
    "itemCode" TEXT,

    PRIMARY KEY ("programmeCode", "activityCode", "budgetVersion", "position"),
    CONSTRAINT "BudgetLine_programmeCode_activityCode_budgetVersion_fkey" FOREIGN KEY ("programmeCode", "activityCode", "budgetVersion") REFERENCES "Budget" ("programmeCode", "activityCode", "version") ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT "BudgetLine_programmeCode_activityCode_itemCode_fkey" FOREIGN KEY ("programmeCode", "activityCode", "itemCode") REFERENCES "ActivityItem" ("programmeCode", "activityCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT,

    CONSTRAINT "BudgetLine_position_check" CHECK (typeof("position") = 'integer' AND "position" BETWEEN 0 AND 2147483647),
    CONSTRAINT "BudgetLine_category_check" CHECK ("category" IN ('staff', 'supplies', 'equipment', 'contractual', 'travel', 'transfers', 'operating')),
    CONSTRAINT "BudgetLine_quantity_check" CHECK ("quantity" GLOB '[0-9]*' AND "quantity" GLOB '*[0-9]' AND "quantity" NOT GLOB '*[^0-9.]*' AND "quantity" NOT GLOB '*.*.*'),
    CONSTRAINT "BudgetLine_unitCostMinor_check" CHECK (typeof("unitCostMinor") = 'integer' AND "unitCostMinor" BETWEEN 0 AND 1000000000000000),
    CONSTRAINT "BudgetLine_totalMinor_check" CHECK (typeof("totalMinor") = 'integer' AND "totalMinor" BETWEEN 0 AND 1000000000000000),
    CONSTRAINT "BudgetLine_year_check" CHECK (typeof("year") = 'integer' AND "year" BETWEEN 1 AND 9999),
    CONSTRAINT "BudgetLine_funding_check" CHECK ("funding" IN ('external', 'core', 'in-kind'))
);

-- CreateTable
CREATE TABLE "Donor" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "country" TEXT,
    "currency" TEXT,
    "pscCap" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Donor_code_check" CHECK ("code" <> ''),
    CONSTRAINT "Donor_type_check" CHECK ("type" IN ('government', 'multilateral', 'foundation', 'private-sector', 'ngo', 'individual', 'other')),
    CONSTRAINT "Donor_country_check" CHECK ("country" GLOB '[A-Z][A-Z]'),
    CONSTRAINT "Donor_currency_check" CHECK ("currency" GLOB '[A-Z][A-Z][A-Z]'),
    CONSTRAINT "Donor_pscCap_check" CHECK ("pscCap" GLOB '[0-9]*' AND "pscCap" GLOB '*[0-9]' AND "pscCap" NOT GLOB '*[^0-9.]*' AND "pscCap" NOT GLOB '*.*.*')
);

-- CreateTable
CREATE TABLE "DonorThemeInterest" (
    "donorCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "themeCode" TEXT NOT NULL,

    PRIMARY KEY ("donorCode", "position"),
    CONSTRAINT "DonorThemeInterest_donorCode_fkey" FOREIGN KEY ("donorCode") REFERENCES "Donor" ("code") ON DELETE CASCADE ON UPDATE RESTRICT,

    CONSTRAINT "DonorThemeInterest_position_check" CHECK (typeof("position") = 'integer' AND "position" BETWEEN 0 AND 2147483647)
);

-- CreateTable
CREATE TABLE "DonorSpeciesInterest" (
    "donorCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "speciesCode" TEXT NOT NULL,

    PRIMARY KEY ("donorCode", "position"),
    CONSTRAINT "DonorSpeciesInterest_donorCode_fkey" FOREIGN KEY ("donorCode") REFERENCES "Donor" ("code") ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT "DonorSpeciesInterest_speciesCode_fkey" FOREIGN KEY ("speciesCode") REFERENCES "SpeciesProgramme" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT,

    CONSTRAINT "DonorSpeciesInterest_position_check" CHECK (typeof("position") = 'integer' AND "position" BETWEEN 0 AND 2147483647)
);

-- CreateTable
CREATE TABLE "Prospect" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "donorCode" TEXT NOT NULL,
    "createdOn" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "probability" TEXT,
    "decisionBy" TEXT,
    "nextStep" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Prospect_donorCode_fkey" FOREIGN KEY ("donorCode") REFERENCES "Donor" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT,

    CONSTRAINT "Prospect_code_check" CHECK ("code" <> ''),
    CONSTRAINT "Prospect_createdOn_check" CHECK ("createdOn" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("createdOn") IS "createdOn"),
    CONSTRAINT "Prospect_stage_check" CHECK ("stage" IN ('identified', 'qualified', 'cultivation', 'concept', 'proposal', 'negotiation', 'won', 'lost')),
    CONSTRAINT "Prospect_currency_check" CHECK ("currency" GLOB '[A-Z][A-Z][A-Z]'),
    CONSTRAINT "Prospect_probability_check" CHECK ("probability" GLOB '[0-9]*' AND "probability" GLOB '*[0-9]' AND "probability" NOT GLOB '*[^0-9.]*' AND "probability" NOT GLOB '*.*.*' AND CAST("probability" AS REAL) <= 1),
    CONSTRAINT "Prospect_decisionBy_check" CHECK ("decisionBy" IS NULL OR ("decisionBy" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("decisionBy") IS "decisionBy"))
);

-- CreateTable
CREATE TABLE "ProspectAsk" (
    "prospectCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "programmeCode" TEXT NOT NULL,
    "activityCode" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,

    PRIMARY KEY ("prospectCode", "position"),
    CONSTRAINT "ProspectAsk_prospectCode_fkey" FOREIGN KEY ("prospectCode") REFERENCES "Prospect" ("code") ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT "ProspectAsk_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity" ("programmeCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT,

    CONSTRAINT "ProspectAsk_position_check" CHECK (typeof("position") = 'integer' AND "position" BETWEEN 0 AND 2147483647),
    CONSTRAINT "ProspectAsk_amountMinor_check" CHECK (typeof("amountMinor") = 'integer' AND "amountMinor" BETWEEN 0 AND 1000000000000000)
);

-- CreateTable
CREATE TABLE "Pledge" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "programmeCode" TEXT NOT NULL,
    "donorCode" TEXT NOT NULL,
    "prospectCode" TEXT,
    "date" TEXT NOT NULL,
    "committedOn" TEXT,
    "cancelledOn" TEXT,
    "currency" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Pledge_programmeCode_fkey" FOREIGN KEY ("programmeCode") REFERENCES "Programme" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "Pledge_donorCode_fkey" FOREIGN KEY ("donorCode") REFERENCES "Donor" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "Pledge_prospectCode_fkey" FOREIGN KEY ("prospectCode") REFERENCES "Prospect" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT,

    CONSTRAINT "Pledge_code_check" CHECK ("code" <> ''),
    CONSTRAINT "Pledge_date_check" CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("date") IS "date"),
    CONSTRAINT "Pledge_committedOn_check" CHECK ("committedOn" IS NULL OR ("committedOn" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("committedOn") IS "committedOn")),
    CONSTRAINT "Pledge_cancelledOn_check" CHECK ("cancelledOn" IS NULL OR ("cancelledOn" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("cancelledOn") IS "cancelledOn")),
    CONSTRAINT "Pledge_committedOn_order_check" CHECK ("committedOn" >= "date"),
    CONSTRAINT "Pledge_cancelledOn_order_check" CHECK ("cancelledOn" >= "date"),
    CONSTRAINT "Pledge_currency_check" CHECK ("currency" GLOB '[A-Z][A-Z][A-Z]'),
    CONSTRAINT "Pledge_amountMinor_check" CHECK (typeof("amountMinor") = 'integer' AND "amountMinor" BETWEEN 1 AND 1000000000000000)
);

-- CreateTable
CREATE TABLE "PledgeEarmark" (
    "programmeCode" TEXT NOT NULL,
    "pledgeCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "activityCode" TEXT,
    "speciesCode" TEXT,
    "themeCode" TEXT,
    "year" INTEGER,

    PRIMARY KEY ("programmeCode", "pledgeCode", "position"),
    CONSTRAINT "PledgeEarmark_programmeCode_pledgeCode_fkey" FOREIGN KEY ("programmeCode", "pledgeCode") REFERENCES "Pledge" ("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT "PledgeEarmark_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity" ("programmeCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "PledgeEarmark_speciesCode_fkey" FOREIGN KEY ("speciesCode") REFERENCES "SpeciesProgramme" ("code") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "PledgeEarmark_programmeCode_themeCode_fkey" FOREIGN KEY ("programmeCode", "themeCode") REFERENCES "Theme" ("programmeCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT,

    CONSTRAINT "PledgeEarmark_position_check" CHECK (typeof("position") = 'integer' AND "position" BETWEEN 0 AND 2147483647),
    CONSTRAINT "PledgeEarmark_year_check" CHECK ("year" IS NULL OR (typeof("year") = 'integer' AND "year" BETWEEN 1 AND 9999)),
    CONSTRAINT "PledgeEarmark_dimension_check" CHECK (
        CASE WHEN "activityCode" IS NULL THEN 0 ELSE 1 END + CASE WHEN "speciesCode" IS NULL THEN 0 ELSE 1 END
        + CASE WHEN "themeCode" IS NULL THEN 0 ELSE 1 END + CASE WHEN "year" IS NULL THEN 0 ELSE 1 END = 1)
);

-- CreateTable
CREATE TABLE "PledgeAllocation" (
    "programmeCode" TEXT NOT NULL,
    "pledgeCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "activityCode" TEXT NOT NULL,
    "year" INTEGER,
    "amountMinor" BIGINT NOT NULL,

    PRIMARY KEY ("programmeCode", "pledgeCode", "position"),
    CONSTRAINT "PledgeAllocation_programmeCode_pledgeCode_fkey" FOREIGN KEY ("programmeCode", "pledgeCode") REFERENCES "Pledge" ("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT,
    CONSTRAINT "PledgeAllocation_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity" ("programmeCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT,

    CONSTRAINT "PledgeAllocation_position_check" CHECK (typeof("position") = 'integer' AND "position" BETWEEN 0 AND 2147483647),
    CONSTRAINT "PledgeAllocation_year_check" CHECK ("year" IS NULL OR (typeof("year") = 'integer' AND "year" BETWEEN 1 AND 9999)),
    CONSTRAINT "PledgeAllocation_amountMinor_check" CHECK (typeof("amountMinor") = 'integer' AND "amountMinor" BETWEEN 0 AND 1000000000000000)
);

-- CreateTable
CREATE TABLE "Instalment" (
    "programmeCode" TEXT NOT NULL,
    "pledgeCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "due" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,

    PRIMARY KEY ("programmeCode", "pledgeCode", "position"),
    CONSTRAINT "Instalment_programmeCode_pledgeCode_fkey" FOREIGN KEY ("programmeCode", "pledgeCode") REFERENCES "Pledge" ("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT,

    CONSTRAINT "Instalment_position_check" CHECK (typeof("position") = 'integer' AND "position" BETWEEN 0 AND 2147483647),
    CONSTRAINT "Instalment_due_check" CHECK ("due" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("due") IS "due"),
    CONSTRAINT "Instalment_amountMinor_check" CHECK (typeof("amountMinor") = 'integer' AND "amountMinor" BETWEEN 0 AND 1000000000000000)
);

-- CreateTable
CREATE TABLE "Receipt" (
    "programmeCode" TEXT NOT NULL,
    "pledgeCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,

    PRIMARY KEY ("programmeCode", "pledgeCode", "position"),
    CONSTRAINT "Receipt_programmeCode_pledgeCode_fkey" FOREIGN KEY ("programmeCode", "pledgeCode") REFERENCES "Pledge" ("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT,

    CONSTRAINT "Receipt_position_check" CHECK (typeof("position") = 'integer' AND "position" BETWEEN 0 AND 2147483647),
    CONSTRAINT "Receipt_date_check" CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("date") IS "date"),
    CONSTRAINT "Receipt_amountMinor_check" CHECK (typeof("amountMinor") = 'integer' AND "amountMinor" BETWEEN 0 AND 1000000000000000)
);

-- CreateTable
CREATE TABLE "WriteOff" (
    "programmeCode" TEXT NOT NULL,
    "pledgeCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "reason" TEXT,

    PRIMARY KEY ("programmeCode", "pledgeCode", "position"),
    CONSTRAINT "WriteOff_programmeCode_pledgeCode_fkey" FOREIGN KEY ("programmeCode", "pledgeCode") REFERENCES "Pledge" ("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT,

    CONSTRAINT "WriteOff_position_check" CHECK (typeof("position") = 'integer' AND "position" BETWEEN 0 AND 2147483647),
    CONSTRAINT "WriteOff_date_check" CHECK ("date" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date("date") IS "date"),
    CONSTRAINT "WriteOff_amountMinor_check" CHECK (typeof("amountMinor") = 'integer' AND "amountMinor" BETWEEN 0 AND 1000000000000000)
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT,
    "role" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME,
    "lastUsedAt" DATETIME,
    "revokedAt" DATETIME,

    CONSTRAINT "ApiToken_role_check" CHECK ("role" IN ('viewer', 'officer', 'manager', 'administrator')),
    CONSTRAINT "ApiToken_hash_check" CHECK (length("hash") = 64 AND "hash" NOT GLOB '*[^0-9a-f]*')
);

-- CreateIndex
CREATE INDEX "ActivitySpecies_speciesCode_idx" ON "ActivitySpecies"("speciesCode");

-- CreateIndex
CREATE UNIQUE INDEX "ActivitySpecies_programmeCode_activityCode_speciesCode_key" ON "ActivitySpecies"("programmeCode", "activityCode", "speciesCode");

-- CreateIndex
CREATE UNIQUE INDEX "Budget_programmeCode_activityCode_approvedOn_key" ON "Budget"("programmeCode", "activityCode", "approvedOn");

-- CreateIndex
CREATE INDEX "BudgetLine_programmeCode_funding_activityCode_budgetVersion_year_totalMinor_idx" ON "BudgetLine"("programmeCode", "funding", "activityCode", "budgetVersion", "year", "totalMinor");

-- CreateIndex
CREATE INDEX "Prospect_donorCode_idx" ON "Prospect"("donorCode");

-- CreateIndex
CREATE INDEX "ProspectAsk_programmeCode_activityCode_idx" ON "ProspectAsk"("programmeCode", "activityCode");

-- CreateIndex
CREATE INDEX "Pledge_donorCode_idx" ON "Pledge"("donorCode");

-- CreateIndex
CREATE INDEX "Pledge_prospectCode_date_idx" ON "Pledge"("prospectCode", "date");

-- CreateIndex
CREATE UNIQUE INDEX "Pledge_programmeCode_code_key" ON "Pledge"("programmeCode", "code");

-- CreateIndex
CREATE INDEX "PledgeEarmark_programmeCode_activityCode_idx" ON "PledgeEarmark"("programmeCode", "activityCode");

-- CreateIndex
CREATE INDEX "PledgeAllocation_programmeCode_activityCode_idx" ON "PledgeAllocation"("programmeCode", "activityCode");

-- CreateIndex
CREATE UNIQUE INDEX "PledgeAllocation_programmeCode_pledgeCode_activityCode_year_key" ON "PledgeAllocation"("programmeCode", "pledgeCode", "activityCode", "year");

-- CreateIndex
CREATE INDEX "Instalment_programmeCode_due_idx" ON "Instalment"("programmeCode", "due");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_hash_key" ON "ApiToken"("hash");

-- Prisma's models cannot say the following two.

-- CreateIndex: at most one approved budget for an activity
CREATE UNIQUE INDEX "Budget_approved_key" ON "Budget"("programmeCode", "activityCode") WHERE "status" = 'approved';

-- CreateIndex: at most one allocation without a year for an activity (nulls are distinct in the index above)
CREATE UNIQUE INDEX "PledgeAllocation_yearless_key" ON "PledgeAllocation"("programmeCode", "pledgeCode", "activityCode") WHERE "year" IS NULL;

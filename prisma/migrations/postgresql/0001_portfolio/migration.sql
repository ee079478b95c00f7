-- CreateTable
CREATE TABLE "Settings" (
    "id" INTEGER NOT NULL,
    "baseCurrency" TEXT NOT NULL,
    "demonstration" BOOLEAN NOT NULL,
    "initialised" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Settings_pkey" PRIMARY KEY ("id"),

    CONSTRAINT "Settings_id_check" CHECK ("id" = 1),
    CONSTRAINT "Settings_baseCurrency_check" CHECK ("baseCurrency" ~ '^[A-Z]{3}$')
);

-- CreateTable
CREATE TABLE "ExchangeRate" (
    "currency" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "unitsPerBase" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ExchangeRate_pkey" PRIMARY KEY ("currency","from"),

    CONSTRAINT "ExchangeRate_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    CONSTRAINT "ExchangeRate_from_check" CHECK ("from" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND make_date(left("from", 4)::int, substr("from", 6, 2)::int, right("from", 2)::int) IS NOT NULL),
    CONSTRAINT "ExchangeRate_unitsPerBase_check" CHECK ("unitsPerBase" ~ '^[0-9]+([.][0-9]+)?$' AND "unitsPerBase"::numeric > 0)
);

-- CreateTable
CREATE TABLE "Programme" (
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "startYear" INTEGER NOT NULL,
    "endYear" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("code"),

    CONSTRAINT "Programme_code_check" CHECK ("code" <> ''),
    CONSTRAINT "Programme_startYear_check" CHECK ("startYear" BETWEEN 1 AND 9999),
    CONSTRAINT "Programme_endYear_check" CHECK ("endYear" BETWEEN 1 AND 9999),
    CONSTRAINT "Programme_years_check" CHECK ("startYear" <= "endYear")
);

-- CreateTable
CREATE TABLE "Theme" (
    "programmeCode" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Theme_pkey" PRIMARY KEY ("programmeCode","code"),

    CONSTRAINT "Theme_code_check" CHECK ("code" <> '')
);

-- CreateTable
CREATE TABLE "SpeciesProgramme" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SpeciesProgramme_pkey" PRIMARY KEY ("code"),

    CONSTRAINT "SpeciesProgramme_code_check" CHECK ("code" <> ''),
    CONSTRAINT "SpeciesProgramme_status_check" CHECK ("status" IN ('priority', 'candidate', 'other'))
);

-- CreateTable
CREATE TABLE "Taxon" (
    "speciesCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "scientificName" TEXT NOT NULL,
    "commonName" TEXT,

    CONSTRAINT "Taxon_pkey" PRIMARY KEY ("speciesCode","position"),

    CONSTRAINT "Taxon_position_check" CHECK ("position" >= 0)
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
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("programmeCode","code"),

    CONSTRAINT "Activity_code_check" CHECK ("code" <> ''),
    CONSTRAINT "Activity_funding_check" CHECK ("funding" IN ('external', 'partial', 'core')),
    CONSTRAINT "Activity_priority_check" CHECK ("priority" IN ('core', 'high', 'medium', 'low')),
    CONSTRAINT "Activity_status_check" CHECK ("status" IN ('planned', 'seeking-funding', 'funded', 'in-progress', 'completed', 'on-hold', 'cancelled')),
    CONSTRAINT "Activity_timeframeKind_check" CHECK ("timeframeKind" IN ('years', 'ongoing', 'annual', 'conditional', 'unspecified')),
    CONSTRAINT "Activity_timeframeStartYear_check" CHECK ("timeframeStartYear" BETWEEN 1 AND 9999),
    CONSTRAINT "Activity_timeframeEndYear_check" CHECK ("timeframeEndYear" BETWEEN 1 AND 9999),
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

    CONSTRAINT "ActivitySpecies_pkey" PRIMARY KEY ("programmeCode","activityCode","position"),

    CONSTRAINT "ActivitySpecies_position_check" CHECK ("position" >= 0),
    CONSTRAINT "ActivitySpecies_shareMillionths_check" CHECK ("shareMillionths" BETWEEN 0 AND 1000000)
);

-- CreateTable
CREATE TABLE "ActivityPartner" (
    "programmeCode" TEXT NOT NULL,
    "activityCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "ActivityPartner_pkey" PRIMARY KEY ("programmeCode","activityCode","position"),

    CONSTRAINT "ActivityPartner_position_check" CHECK ("position" >= 0)
);

-- CreateTable
CREATE TABLE "ActivityItem" (
    "programmeCode" TEXT NOT NULL,
    "activityCode" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "funding" TEXT,

    CONSTRAINT "ActivityItem_pkey" PRIMARY KEY ("programmeCode","activityCode","code"),

    CONSTRAINT "ActivityItem_position_check" CHECK ("position" >= 0),
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
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Budget_pkey" PRIMARY KEY ("programmeCode","activityCode","version"),

    CONSTRAINT "Budget_version_check" CHECK ("version" >= 1),
    CONSTRAINT "Budget_status_check" CHECK ("status" IN ('draft', 'approved', 'superseded')),
    CONSTRAINT "Budget_approvedOn_check" CHECK ("approvedOn" IS NULL OR ("approvedOn" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND make_date(left("approvedOn", 4)::int, substr("approvedOn", 6, 2)::int, right("approvedOn", 2)::int) IS NOT NULL)),
    CONSTRAINT "Budget_rateDate_check" CHECK ("rateDate" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND make_date(left("rateDate", 4)::int, substr("rateDate", 6, 2)::int, right("rateDate", 2)::int) IS NOT NULL),
    CONSTRAINT "Budget_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    CONSTRAINT "Budget_pscRate_check" CHECK ("pscRate" ~ '^[0-9]+([.][0-9]+)?$'),
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

    CONSTRAINT "BudgetLine_pkey" PRIMARY KEY ("programmeCode","activityCode","budgetVersion","position"),

    CONSTRAINT "BudgetLine_position_check" CHECK ("position" >= 0),
    CONSTRAINT "BudgetLine_category_check" CHECK ("category" IN ('staff', 'supplies', 'equipment', 'contractual', 'travel', 'transfers', 'operating')),
    CONSTRAINT "BudgetLine_quantity_check" CHECK ("quantity" ~ '^[0-9]+([.][0-9]+)?$'),
    CONSTRAINT "BudgetLine_unitCostMinor_check" CHECK ("unitCostMinor" BETWEEN 0 AND 1000000000000000),
    CONSTRAINT "BudgetLine_totalMinor_check" CHECK ("totalMinor" BETWEEN 0 AND 1000000000000000),
    CONSTRAINT "BudgetLine_year_check" CHECK ("year" BETWEEN 1 AND 9999),
    CONSTRAINT "BudgetLine_funding_check" CHECK ("funding" IN ('external', 'core', 'in-kind'))
);

-- CreateTable
CREATE TABLE "Donor" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "country" TEXT,
    "currency" TEXT,
    "pscCap" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Donor_pkey" PRIMARY KEY ("code"),

    CONSTRAINT "Donor_code_check" CHECK ("code" <> ''),
    CONSTRAINT "Donor_type_check" CHECK ("type" IN ('government', 'multilateral', 'foundation', 'private-sector', 'ngo', 'individual', 'other')),
    CONSTRAINT "Donor_country_check" CHECK ("country" ~ '^[A-Z]{2}$'),
    CONSTRAINT "Donor_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    CONSTRAINT "Donor_pscCap_check" CHECK ("pscCap" ~ '^[0-9]+([.][0-9]+)?$')
);

-- CreateTable
CREATE TABLE "DonorThemeInterest" (
    "donorCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "themeCode" TEXT NOT NULL,

    CONSTRAINT "DonorThemeInterest_pkey" PRIMARY KEY ("donorCode","position"),

    CONSTRAINT "DonorThemeInterest_position_check" CHECK ("position" >= 0)
);

-- CreateTable
CREATE TABLE "DonorSpeciesInterest" (
    "donorCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "speciesCode" TEXT NOT NULL,

    CONSTRAINT "DonorSpeciesInterest_pkey" PRIMARY KEY ("donorCode","position"),

    CONSTRAINT "DonorSpeciesInterest_position_check" CHECK ("position" >= 0)
);

-- CreateTable
CREATE TABLE "Prospect" (
    "code" TEXT NOT NULL,
    "donorCode" TEXT NOT NULL,
    "createdOn" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "probability" TEXT,
    "decisionBy" TEXT,
    "nextStep" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Prospect_pkey" PRIMARY KEY ("code"),

    CONSTRAINT "Prospect_code_check" CHECK ("code" <> ''),
    CONSTRAINT "Prospect_createdOn_check" CHECK ("createdOn" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND make_date(left("createdOn", 4)::int, substr("createdOn", 6, 2)::int, right("createdOn", 2)::int) IS NOT NULL),
    CONSTRAINT "Prospect_stage_check" CHECK ("stage" IN ('identified', 'qualified', 'cultivation', 'concept', 'proposal', 'negotiation', 'won', 'lost')),
    CONSTRAINT "Prospect_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    CONSTRAINT "Prospect_probability_check" CHECK ("probability" ~ '^[0-9]+([.][0-9]+)?$' AND "probability"::numeric <= 1),
    CONSTRAINT "Prospect_decisionBy_check" CHECK ("decisionBy" IS NULL OR ("decisionBy" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND make_date(left("decisionBy", 4)::int, substr("decisionBy", 6, 2)::int, right("decisionBy", 2)::int) IS NOT NULL))
);

-- CreateTable
CREATE TABLE "ProspectAsk" (
    "prospectCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "programmeCode" TEXT NOT NULL,
    "activityCode" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,

    CONSTRAINT "ProspectAsk_pkey" PRIMARY KEY ("prospectCode","position"),

    CONSTRAINT "ProspectAsk_position_check" CHECK ("position" >= 0),
    CONSTRAINT "ProspectAsk_amountMinor_check" CHECK ("amountMinor" BETWEEN 0 AND 1000000000000000)
);

-- CreateTable
CREATE TABLE "Pledge" (
    "code" TEXT NOT NULL,
    "programmeCode" TEXT NOT NULL,
    "donorCode" TEXT NOT NULL,
    "prospectCode" TEXT,
    "date" TEXT NOT NULL,
    "committedOn" TEXT,
    "cancelledOn" TEXT,
    "currency" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Pledge_pkey" PRIMARY KEY ("code"),

    CONSTRAINT "Pledge_code_check" CHECK ("code" <> ''),
    CONSTRAINT "Pledge_date_check" CHECK ("date" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND make_date(left("date", 4)::int, substr("date", 6, 2)::int, right("date", 2)::int) IS NOT NULL),
    CONSTRAINT "Pledge_committedOn_check" CHECK ("committedOn" IS NULL OR ("committedOn" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND make_date(left("committedOn", 4)::int, substr("committedOn", 6, 2)::int, right("committedOn", 2)::int) IS NOT NULL)),
    CONSTRAINT "Pledge_cancelledOn_check" CHECK ("cancelledOn" IS NULL OR ("cancelledOn" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND make_date(left("cancelledOn", 4)::int, substr("cancelledOn", 6, 2)::int, right("cancelledOn", 2)::int) IS NOT NULL)),
    CONSTRAINT "Pledge_committedOn_order_check" CHECK ("committedOn" >= "date"),
    CONSTRAINT "Pledge_cancelledOn_order_check" CHECK ("cancelledOn" >= "date"),
    CONSTRAINT "Pledge_currency_check" CHECK ("currency" ~ '^[A-Z]{3}$'),
    CONSTRAINT "Pledge_amountMinor_check" CHECK ("amountMinor" BETWEEN 1 AND 1000000000000000)
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

    CONSTRAINT "PledgeEarmark_pkey" PRIMARY KEY ("programmeCode","pledgeCode","position"),

    CONSTRAINT "PledgeEarmark_position_check" CHECK ("position" >= 0),
    CONSTRAINT "PledgeEarmark_year_check" CHECK ("year" BETWEEN 1 AND 9999),
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

    CONSTRAINT "PledgeAllocation_pkey" PRIMARY KEY ("programmeCode","pledgeCode","position"),

    CONSTRAINT "PledgeAllocation_position_check" CHECK ("position" >= 0),
    CONSTRAINT "PledgeAllocation_year_check" CHECK ("year" BETWEEN 1 AND 9999),
    CONSTRAINT "PledgeAllocation_amountMinor_check" CHECK ("amountMinor" BETWEEN 0 AND 1000000000000000)
);

-- CreateTable
CREATE TABLE "Instalment" (
    "programmeCode" TEXT NOT NULL,
    "pledgeCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "due" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,

    CONSTRAINT "Instalment_pkey" PRIMARY KEY ("programmeCode","pledgeCode","position"),

    CONSTRAINT "Instalment_position_check" CHECK ("position" >= 0),
    CONSTRAINT "Instalment_due_check" CHECK ("due" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND make_date(left("due", 4)::int, substr("due", 6, 2)::int, right("due", 2)::int) IS NOT NULL),
    CONSTRAINT "Instalment_amountMinor_check" CHECK ("amountMinor" BETWEEN 0 AND 1000000000000000)
);

-- CreateTable
CREATE TABLE "Receipt" (
    "programmeCode" TEXT NOT NULL,
    "pledgeCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("programmeCode","pledgeCode","position"),

    CONSTRAINT "Receipt_position_check" CHECK ("position" >= 0),
    CONSTRAINT "Receipt_date_check" CHECK ("date" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND make_date(left("date", 4)::int, substr("date", 6, 2)::int, right("date", 2)::int) IS NOT NULL),
    CONSTRAINT "Receipt_amountMinor_check" CHECK ("amountMinor" BETWEEN 0 AND 1000000000000000)
);

-- CreateTable
CREATE TABLE "WriteOff" (
    "programmeCode" TEXT NOT NULL,
    "pledgeCode" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "WriteOff_pkey" PRIMARY KEY ("programmeCode","pledgeCode","position"),

    CONSTRAINT "WriteOff_position_check" CHECK ("position" >= 0),
    CONSTRAINT "WriteOff_date_check" CHECK ("date" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND make_date(left("date", 4)::int, substr("date", 6, 2)::int, right("date", 2)::int) IS NOT NULL),
    CONSTRAINT "WriteOff_amountMinor_check" CHECK ("amountMinor" BETWEEN 0 AND 1000000000000000)
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" SERIAL NOT NULL,
    "name" TEXT,
    "role" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3),
    "lastUsedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id"),

    CONSTRAINT "ApiToken_role_check" CHECK ("role" IN ('viewer', 'officer', 'manager', 'administrator')),
    CONSTRAINT "ApiToken_hash_check" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);

-- CreateIndex
CREATE INDEX "ActivitySpecies_speciesCode_idx" ON "ActivitySpecies"("speciesCode");

-- CreateIndex
CREATE UNIQUE INDEX "ActivitySpecies_programmeCode_activityCode_speciesCode_key" ON "ActivitySpecies"("programmeCode", "activityCode", "speciesCode");

-- CreateIndex
CREATE UNIQUE INDEX "Budget_programmeCode_activityCode_approvedOn_key" ON "Budget"("programmeCode", "activityCode", "approvedOn");

-- CreateIndex
CREATE INDEX "BudgetLine_programmeCode_funding_activityCode_budgetVersion_idx" ON "BudgetLine"("programmeCode", "funding", "activityCode", "budgetVersion", "year", "totalMinor");

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

-- AddForeignKey
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_programmeCode_fkey" FOREIGN KEY ("programmeCode") REFERENCES "Programme"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Taxon" ADD CONSTRAINT "Taxon_speciesCode_fkey" FOREIGN KEY ("speciesCode") REFERENCES "SpeciesProgramme"("code") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_programmeCode_fkey" FOREIGN KEY ("programmeCode") REFERENCES "Programme"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_programmeCode_themeCode_fkey" FOREIGN KEY ("programmeCode", "themeCode") REFERENCES "Theme"("programmeCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ActivitySpecies" ADD CONSTRAINT "ActivitySpecies_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity"("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ActivitySpecies" ADD CONSTRAINT "ActivitySpecies_speciesCode_fkey" FOREIGN KEY ("speciesCode") REFERENCES "SpeciesProgramme"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ActivityPartner" ADD CONSTRAINT "ActivityPartner_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity"("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ActivityItem" ADD CONSTRAINT "ActivityItem_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity"("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Budget" ADD CONSTRAINT "Budget_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity"("programmeCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_programmeCode_activityCode_budgetVersion_fkey" FOREIGN KEY ("programmeCode", "activityCode", "budgetVersion") REFERENCES "Budget"("programmeCode", "activityCode", "version") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "BudgetLine" ADD CONSTRAINT "BudgetLine_programmeCode_activityCode_itemCode_fkey" FOREIGN KEY ("programmeCode", "activityCode", "itemCode") REFERENCES "ActivityItem"("programmeCode", "activityCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "DonorThemeInterest" ADD CONSTRAINT "DonorThemeInterest_donorCode_fkey" FOREIGN KEY ("donorCode") REFERENCES "Donor"("code") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "DonorSpeciesInterest" ADD CONSTRAINT "DonorSpeciesInterest_donorCode_fkey" FOREIGN KEY ("donorCode") REFERENCES "Donor"("code") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "DonorSpeciesInterest" ADD CONSTRAINT "DonorSpeciesInterest_speciesCode_fkey" FOREIGN KEY ("speciesCode") REFERENCES "SpeciesProgramme"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Prospect" ADD CONSTRAINT "Prospect_donorCode_fkey" FOREIGN KEY ("donorCode") REFERENCES "Donor"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ProspectAsk" ADD CONSTRAINT "ProspectAsk_prospectCode_fkey" FOREIGN KEY ("prospectCode") REFERENCES "Prospect"("code") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ProspectAsk" ADD CONSTRAINT "ProspectAsk_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity"("programmeCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_programmeCode_fkey" FOREIGN KEY ("programmeCode") REFERENCES "Programme"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_donorCode_fkey" FOREIGN KEY ("donorCode") REFERENCES "Donor"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Pledge" ADD CONSTRAINT "Pledge_prospectCode_fkey" FOREIGN KEY ("prospectCode") REFERENCES "Prospect"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PledgeEarmark" ADD CONSTRAINT "PledgeEarmark_programmeCode_pledgeCode_fkey" FOREIGN KEY ("programmeCode", "pledgeCode") REFERENCES "Pledge"("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PledgeEarmark" ADD CONSTRAINT "PledgeEarmark_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity"("programmeCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PledgeEarmark" ADD CONSTRAINT "PledgeEarmark_speciesCode_fkey" FOREIGN KEY ("speciesCode") REFERENCES "SpeciesProgramme"("code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PledgeEarmark" ADD CONSTRAINT "PledgeEarmark_programmeCode_themeCode_fkey" FOREIGN KEY ("programmeCode", "themeCode") REFERENCES "Theme"("programmeCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PledgeAllocation" ADD CONSTRAINT "PledgeAllocation_programmeCode_pledgeCode_fkey" FOREIGN KEY ("programmeCode", "pledgeCode") REFERENCES "Pledge"("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "PledgeAllocation" ADD CONSTRAINT "PledgeAllocation_programmeCode_activityCode_fkey" FOREIGN KEY ("programmeCode", "activityCode") REFERENCES "Activity"("programmeCode", "code") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Instalment" ADD CONSTRAINT "Instalment_programmeCode_pledgeCode_fkey" FOREIGN KEY ("programmeCode", "pledgeCode") REFERENCES "Pledge"("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_programmeCode_pledgeCode_fkey" FOREIGN KEY ("programmeCode", "pledgeCode") REFERENCES "Pledge"("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "WriteOff" ADD CONSTRAINT "WriteOff_programmeCode_pledgeCode_fkey" FOREIGN KEY ("programmeCode", "pledgeCode") REFERENCES "Pledge"("programmeCode", "code") ON DELETE CASCADE ON UPDATE RESTRICT;

-- CreateEnum
CREATE TYPE "revision_status" AS ENUM ('DRAFT', 'PENDING_CHIEF', 'PENDING_DIRECTOR', 'EFFECTIVE', 'CANCELLED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "short_close_status" AS ENUM ('PENDING', 'SIGNED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "task_status" AS ENUM ('DRAFT', 'PENDING_CHIEF', 'ISSUED', 'ACCEPTED', 'DONE', 'REJECTED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "task_priority" AS ENUM ('NORMAL', 'URGENT');

-- CreateEnum
CREATE TYPE "task_source" AS ENUM ('CONTRACT', 'PLAN');

-- CreateEnum
CREATE TYPE "task_line_status" AS ENUM ('WAITING', 'OPEN', 'PARTIAL', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "task_stage" AS ENUM ('NOT_STARTED', 'MATERIAL', 'MACHINING', 'HEAT_TREAT', 'GRINDING', 'COATING', 'INSPECTION', 'FINISHED', 'STOPPED');

-- CreateEnum
CREATE TYPE "preparation_status" AS ENUM ('DRAFT', 'PENDING_CHIEF', 'ISSUED', 'PREPARING', 'PREPARED', 'CONSUMED', 'REJECTED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "review_status" AS ENUM ('DRAFT', 'CIRCULATING', 'PENDING_CHIEF', 'PENDING_DIRECTOR', 'EFFECTIVE', 'REJECTED', 'CANCELLED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "review_kind" AS ENUM ('NON_STANDARD', 'FIRST_PRODUCTION', 'SPECIAL', 'CHANGE');

-- CreateEnum
CREATE TYPE "review_mode" AS ENUM ('MEETING', 'CIRCULATION', 'AUTHORISED');

-- CreateEnum
CREATE TYPE "review_conclusion" AS ENUM ('ACCEPT', 'ACCEPT_WITH_CONDITIONS', 'REJECT');

-- CreateEnum
CREATE TYPE "review_department" AS ENUM ('TECH', 'PRODUCTION', 'QUALITY', 'PURCHASE', 'WAREHOUSE', 'FINANCE', 'MARKETING');

-- CreateEnum
CREATE TYPE "opinion_result" AS ENUM ('CAN', 'CONDITIONAL', 'CANNOT');

-- CreateEnum
CREATE TYPE "walk_in_status" AS ENUM ('DRAFT', 'PENDING_DEPT_HEAD', 'PENDING_DIRECTOR', 'APPROVED', 'HANDED_OVER', 'CONTRACT_DRAFTED', 'CONTRACT_EFFECTIVE', 'REJECTED', 'CANCELLED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "inbound_status" ADD VALUE 'PENDING_INSPECTION';
ALTER TYPE "inbound_status" ADD VALUE 'INSPECTED';

-- AlterTable
ALTER TABLE "contract" ADD COLUMN     "completed_at" TIMESTAMPTZ(3),
ADD COLUMN     "completed_by_name" VARCHAR(40),
ADD COLUMN     "review_nos" VARCHAR(200) NOT NULL DEFAULT '',
ADD COLUMN     "walk_in_id" UUID;

-- AlterTable
ALTER TABLE "contract_line" ADD COLUMN     "closed_qty" DECIMAL(12,3) NOT NULL DEFAULT 0,
ADD COLUMN     "ordered_prep_qty" DECIMAL(12,3) NOT NULL DEFAULT 0,
ADD COLUMN     "prepared_qty" DECIMAL(12,3) NOT NULL DEFAULT 0,
ADD COLUMN     "produced_qty" DECIMAL(12,3) NOT NULL DEFAULT 0,
ADD COLUMN     "review_line_id" UUID,
ADD COLUMN     "tasked_qty" DECIMAL(12,3) NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "register_entry" ADD COLUMN     "prep_nos" VARCHAR(500) NOT NULL DEFAULT '',
ADD COLUMN     "task_nos" VARCHAR(500) NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "signature" ADD COLUMN     "asked_by_phone" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "delegation" ADD COLUMN     "amount_limit" DECIMAL(14,2),
ADD COLUMN     "document_kinds" TEXT[];

-- AlterTable
ALTER TABLE "outbound_slip" ADD COLUMN     "walk_in_id" UUID;

-- AlterTable
ALTER TABLE "stock_reservation" ADD COLUMN     "bound_by_line_id" UUID,
ADD COLUMN     "bound_by_type" VARCHAR(30),
ADD COLUMN     "release_reason" VARCHAR(200) NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "inbound_slip" ADD COLUMN     "contract_id" UUID,
ADD COLUMN     "contract_no" VARCHAR(20) NOT NULL DEFAULT '',
ADD COLUMN     "inspected_at" TIMESTAMPTZ(3),
ADD COLUMN     "inspected_by_id" UUID,
ADD COLUMN     "inspected_by_name" VARCHAR(40),
ADD COLUMN     "inspection_note" VARCHAR(200) NOT NULL DEFAULT '',
ADD COLUMN     "task_id" UUID,
ADD COLUMN     "task_no" VARCHAR(20) NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "inbound_line" ADD COLUMN     "contract_line_id" UUID,
ADD COLUMN     "label_printed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "over_reason" VARCHAR(200) NOT NULL DEFAULT '',
ADD COLUMN     "pack_count" INTEGER,
ADD COLUMN     "pack_form" VARCHAR(20) NOT NULL DEFAULT '',
ADD COLUMN     "packed_by_name" VARCHAR(40) NOT NULL DEFAULT '',
ADD COLUMN     "packed_on" DATE,
ADD COLUMN     "qty_per_pack" DECIMAL(12,3),
ADD COLUMN     "rejected_qty" DECIMAL(12,3) NOT NULL DEFAULT 0,
ADD COLUMN     "task_line_id" UUID;

-- CreateTable
CREATE TABLE "contract_revision" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "status" "revision_status" NOT NULL DEFAULT 'DRAFT',
    "reason" VARCHAR(500) NOT NULL,
    "proposal" JSONB NOT NULL,
    "content_before" JSONB NOT NULL,
    "content_after" JSONB,
    "content_hash" VARCHAR(64) NOT NULL DEFAULT '',
    "total_before" DECIMAL(14,2) NOT NULL,
    "total_after" DECIMAL(14,2) NOT NULL,
    "touched_line_ids" UUID[],
    "drafted_by_id" UUID NOT NULL,
    "drafted_by_name" VARCHAR(40) NOT NULL,
    "drafter_ids" UUID[],
    "checked_by_id" UUID,
    "submission_count" INTEGER NOT NULL DEFAULT 0,
    "submitted_at" TIMESTAMPTZ(3),
    "effective_on" DATE,
    "cancel_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contract_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "short_close" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "status" "short_close_status" NOT NULL DEFAULT 'PENDING',
    "reason" VARCHAR(200) NOT NULL,
    "consent_note" VARCHAR(200) NOT NULL,
    "consent_on" DATE NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_by_name" VARCHAR(40) NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_by_name" VARCHAR(40),
    "decided_at" TIMESTAMPTZ(3),
    "decision_comment" VARCHAR(500) NOT NULL DEFAULT '',
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "short_close_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "short_close_line" (
    "id" UUID NOT NULL,
    "short_close_id" UUID NOT NULL,
    "contract_line_id" UUID NOT NULL,
    "quantity" DECIMAL(12,3) NOT NULL,

    CONSTRAINT "short_close_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acknowledgement" (
    "id" UUID NOT NULL,
    "subject_type" VARCHAR(30) NOT NULL,
    "subject_id" UUID NOT NULL,
    "contract_id" UUID,
    "holder" VARCHAR(20) NOT NULL,
    "paper_type" VARCHAR(30) NOT NULL,
    "paper_id" UUID NOT NULL,
    "paper_no" VARCHAR(20) NOT NULL,
    "what" VARCHAR(500) NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "opened_by_name" VARCHAR(40) NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_by_id" UUID,
    "acknowledged_by_name" VARCHAR(40),
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "acknowledgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "production_task" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20),
    "status" "task_status" NOT NULL DEFAULT 'DRAFT',
    "issued_on" DATE,
    "source_type" "task_source" NOT NULL DEFAULT 'CONTRACT',
    "contract_id" UUID,
    "contract_no" VARCHAR(20) NOT NULL DEFAULT '',
    "contract_class" "contract_class",
    "contract_revision" INTEGER NOT NULL DEFAULT 1,
    "customer_id" UUID,
    "customer_name" VARCHAR(80) NOT NULL DEFAULT '',
    "to_department" VARCHAR(40) NOT NULL,
    "prior_person" VARCHAR(40) NOT NULL DEFAULT '',
    "prior_on" DATE,
    "prior_promised_on" DATE,
    "prior_note" VARCHAR(300) NOT NULL DEFAULT '',
    "priority" "task_priority" NOT NULL DEFAULT 'NORMAL',
    "review_nos" VARCHAR(200) NOT NULL DEFAULT '',
    "content_hash" VARCHAR(64) NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "prepared_by_id" UUID NOT NULL,
    "prepared_by_name" VARCHAR(40) NOT NULL,
    "accepted_by_id" UUID,
    "accepted_by_name" VARCHAR(40),
    "accepted_at" TIMESTAMPTZ(3),
    "promised_on" DATE,
    "promise_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "cancel_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "remark" VARCHAR(1000) NOT NULL DEFAULT '',
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "production_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_line" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "status" "task_line_status" NOT NULL DEFAULT 'WAITING',
    "stage" "task_stage" NOT NULL DEFAULT 'NOT_STARTED',
    "contract_line_id" UUID,
    "product_id" UUID NOT NULL,
    "product_code" VARCHAR(20) NOT NULL DEFAULT '',
    "product_name" VARCHAR(80) NOT NULL,
    "spec" VARCHAR(120) NOT NULL DEFAULT '',
    "drawing_no" VARCHAR(60) NOT NULL DEFAULT '',
    "drawing_rev" VARCHAR(20) NOT NULL DEFAULT '',
    "material" VARCHAR(40) NOT NULL DEFAULT '',
    "coating" VARCHAR(40) NOT NULL DEFAULT '',
    "accuracy_grade" VARCHAR(40) NOT NULL DEFAULT '',
    "unit" VARCHAR(8) NOT NULL,
    "quantity" DECIMAL(12,3) NOT NULL,
    "extra_qty" DECIMAL(12,3) NOT NULL DEFAULT 0,
    "extra_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "required_on" DATE NOT NULL,
    "contract_due_on" DATE,
    "promised_on" DATE,
    "expected_on" DATE,
    "technical_requirement" VARCHAR(500) NOT NULL DEFAULT '',
    "packing_requirement" VARCHAR(200) NOT NULL DEFAULT '',
    "tracker_id" UUID,
    "tracker_name" VARCHAR(40) NOT NULL DEFAULT '',
    "finished_qty" DECIMAL(12,3) NOT NULL DEFAULT 0,
    "received_qty" DECIMAL(12,3) NOT NULL DEFAULT 0,
    "inbound_nos" VARCHAR(300) NOT NULL DEFAULT '',
    "finished_on" DATE,
    "last_logged_at" TIMESTAMPTZ(3),
    "delay_reason" VARCHAR(300) NOT NULL DEFAULT '',
    "customer_informed_at" TIMESTAMPTZ(3),
    "customer_informed_by" VARCHAR(40) NOT NULL DEFAULT '',
    "customer_informed_note" VARCHAR(200) NOT NULL DEFAULT '',
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_log" (
    "id" UUID NOT NULL,
    "task_line_id" UUID NOT NULL,
    "logged_on" DATE NOT NULL,
    "stage" "task_stage" NOT NULL,
    "done_qty" DECIMAL(12,3) NOT NULL,
    "contact_person" VARCHAR(40) NOT NULL DEFAULT '',
    "content" VARCHAR(500) NOT NULL DEFAULT '',
    "new_expected_on" DATE,
    "delay_reason" VARCHAR(300) NOT NULL DEFAULT '',
    "logged_by_id" UUID NOT NULL,
    "logged_by_name" VARCHAR(40) NOT NULL,
    "logged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preparation_order" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20),
    "status" "preparation_status" NOT NULL DEFAULT 'DRAFT',
    "preparation_on" DATE NOT NULL,
    "contract_id" UUID NOT NULL,
    "contract_no" VARCHAR(20) NOT NULL,
    "contract_revision" INTEGER NOT NULL DEFAULT 1,
    "customer_id" UUID NOT NULL,
    "customer_name" VARCHAR(80) NOT NULL,
    "due_on" DATE NOT NULL,
    "packing_requirement" VARCHAR(200) NOT NULL DEFAULT '',
    "shortage_note" VARCHAR(500) NOT NULL DEFAULT '',
    "task_id" UUID,
    "content_hash" VARCHAR(64) NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "prepared_by_id" UUID NOT NULL,
    "prepared_by_name" VARCHAR(40) NOT NULL,
    "received_by_id" UUID,
    "received_by_name" VARCHAR(40),
    "received_at" TIMESTAMPTZ(3),
    "prepared_at" TIMESTAMPTZ(3),
    "keeper_name" VARCHAR(40),
    "cancel_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "remark" VARCHAR(1000) NOT NULL DEFAULT '',
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "preparation_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preparation_line" (
    "id" UUID NOT NULL,
    "preparation_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "contract_line_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "product_code" VARCHAR(20) NOT NULL DEFAULT '',
    "product_name" VARCHAR(80) NOT NULL,
    "spec" VARCHAR(120) NOT NULL DEFAULT '',
    "drawing_no" VARCHAR(60) NOT NULL DEFAULT '',
    "unit" VARCHAR(8) NOT NULL,
    "prepare_qty" DECIMAL(12,3) NOT NULL,
    "prepared_qty" DECIMAL(12,3),
    "bin_code" VARCHAR(60) NOT NULL DEFAULT '',
    "line_remark" VARCHAR(200) NOT NULL DEFAULT '',

    CONSTRAINT "preparation_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20),
    "version" INTEGER NOT NULL DEFAULT 1,
    "previous_id" UUID,
    "status" "review_status" NOT NULL DEFAULT 'DRAFT',
    "review_on" DATE NOT NULL,
    "customer_id" UUID NOT NULL,
    "customer_name" VARCHAR(80) NOT NULL,
    "contact_name" VARCHAR(40) NOT NULL DEFAULT '',
    "intake_id" UUID NOT NULL,
    "review_kind" "review_kind" NOT NULL,
    "review_mode" "review_mode" NOT NULL DEFAULT 'CIRCULATION',
    "technical_requirement" VARCHAR(2000) NOT NULL DEFAULT '',
    "implied_requirement" VARCHAR(1000) NOT NULL DEFAULT '',
    "legal_requirement" VARCHAR(1000) NOT NULL DEFAULT '',
    "additional_requirement" VARCHAR(1000) NOT NULL DEFAULT '',
    "differences" VARCHAR(1000) NOT NULL DEFAULT '',
    "conclusion" "review_conclusion",
    "conclusion_note" VARCHAR(1000) NOT NULL DEFAULT '',
    "change_reason" VARCHAR(500) NOT NULL DEFAULT '',
    "valid_until" DATE,
    "reuse_until" DATE,
    "reuse_confirmed_by_id" UUID,
    "reuse_confirmed_by_name" VARCHAR(40),
    "content_hash" VARCHAR(64) NOT NULL DEFAULT '',
    "drafted_by_id" UUID NOT NULL,
    "drafted_by_name" VARCHAR(40) NOT NULL,
    "drafter_ids" UUID[],
    "concluded_by_id" UUID,
    "circulated_at" TIMESTAMPTZ(3),
    "effective_at" TIMESTAMPTZ(3),
    "cancel_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "remark" VARCHAR(1000) NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_line" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID,
    "product_code" VARCHAR(20) NOT NULL DEFAULT '',
    "product_name" VARCHAR(80) NOT NULL,
    "spec" VARCHAR(120) NOT NULL,
    "drawing_no" VARCHAR(60) NOT NULL DEFAULT '',
    "drawing_rev" VARCHAR(20) NOT NULL DEFAULT '',
    "material" VARCHAR(40) NOT NULL DEFAULT '',
    "coating" VARCHAR(40) NOT NULL DEFAULT '',
    "accuracy_grade" VARCHAR(40) NOT NULL DEFAULT '',
    "unit" VARCHAR(8) NOT NULL,
    "quantity" DECIMAL(12,3) NOT NULL,
    "usage" VARCHAR(200) NOT NULL DEFAULT '',
    "wanted_on" DATE NOT NULL,
    "target_price" DECIMAL(14,4),
    "line_remark" VARCHAR(200) NOT NULL DEFAULT '',
    "approved_on" DATE,
    "approved_price" DECIMAL(14,4),

    CONSTRAINT "review_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_opinion" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "department" "review_department" NOT NULL,
    "item" VARCHAR(300) NOT NULL DEFAULT '',
    "result" "opinion_result",
    "detail" VARCHAR(1000) NOT NULL DEFAULT '',
    "measures" VARCHAR(500) NOT NULL DEFAULT '',
    "person_id" UUID,
    "person_name" VARCHAR(40),
    "on_behalf_of" VARCHAR(40),
    "signed_at" TIMESTAMPTZ(3),
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_opinion_line" (
    "id" UUID NOT NULL,
    "opinion_id" UUID NOT NULL,
    "review_line_id" UUID NOT NULL,
    "proposed_on" DATE,
    "proposed_price_floor" DECIMAL(14,4),

    CONSTRAINT "review_opinion_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "day" DATE NOT NULL,
    "is_workday" BOOLEAN NOT NULL,
    "name" VARCHAR(40) NOT NULL DEFAULT '',
    "changed_by_id" UUID NOT NULL,
    "changed_by_name" VARCHAR(40) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "stock_hold" (
    "contract_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "quantity" DECIMAL(12,3) NOT NULL,
    "held_by_id" UUID NOT NULL,
    "held_by_name" VARCHAR(40) NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "until_on" DATE NOT NULL,

    CONSTRAINT "stock_hold_pkey" PRIMARY KEY ("contract_id","product_id")
);

-- CreateTable
CREATE TABLE "walk_in" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20),
    "status" "walk_in_status" NOT NULL DEFAULT 'DRAFT',
    "pickup_at" TIMESTAMPTZ(3) NOT NULL,
    "customer_id" UUID NOT NULL,
    "customer_name" VARCHAR(80) NOT NULL,
    "slip_id" UUID,
    "slip_no" VARCHAR(20) NOT NULL DEFAULT '',
    "receiver_name" VARCHAR(40) NOT NULL,
    "receiver_id_no" VARCHAR(40) NOT NULL DEFAULT '',
    "receiver_phone" VARCHAR(40) NOT NULL DEFAULT '',
    "vehicle_no" VARCHAR(20) NOT NULL DEFAULT '',
    "authority_kind" VARCHAR(20) NOT NULL DEFAULT '',
    "payment_term" "settlement_mode" NOT NULL,
    "payment_channel" "payment_channel" NOT NULL DEFAULT 'CASH',
    "tax_rate" DECIMAL(5,4) NOT NULL DEFAULT 0.13,
    "total_amount" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "exception_reason" VARCHAR(500) NOT NULL DEFAULT '',
    "receipt_id" UUID,
    "counted_by_keeper_id" UUID,
    "counted_by_keeper_name" VARCHAR(40),
    "counted_by_keeper_at" TIMESTAMPTZ(3),
    "counted_by_clerk_id" UUID,
    "counted_by_clerk_name" VARCHAR(40),
    "counted_by_clerk_at" TIMESTAMPTZ(3),
    "receiver_signed_at" TIMESTAMPTZ(3),
    "handed_over_at" TIMESTAMPTZ(3),
    "draft_due_on" DATE,
    "effective_due_on" DATE,
    "contract_id" UUID,
    "contract_no" VARCHAR(20) NOT NULL DEFAULT '',
    "prepared_by_id" UUID NOT NULL,
    "prepared_by_name" VARCHAR(40) NOT NULL,
    "cancel_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "remark" VARCHAR(1000) NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "walk_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "walk_in_line" (
    "id" UUID NOT NULL,
    "walk_in_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "product_code" VARCHAR(20) NOT NULL DEFAULT '',
    "product_name" VARCHAR(80) NOT NULL,
    "spec" VARCHAR(120) NOT NULL DEFAULT '',
    "drawing_no" VARCHAR(60) NOT NULL DEFAULT '',
    "unit" VARCHAR(8) NOT NULL,
    "quantity" DECIMAL(12,3) NOT NULL,
    "unit_price" DECIMAL(14,4) NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "counted_by_keeper" DECIMAL(12,3),
    "counted_by_clerk" DECIMAL(12,3),
    "line_remark" VARCHAR(200) NOT NULL DEFAULT '',

    CONSTRAINT "walk_in_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contract_revision_status_created_at_id_idx" ON "contract_revision"("status", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "contract_revision_contract_id_revision_key" ON "contract_revision"("contract_id", "revision");

-- CreateIndex
CREATE INDEX "short_close_contract_id_idx" ON "short_close"("contract_id");

-- CreateIndex
CREATE UNIQUE INDEX "short_close_line_short_close_id_contract_line_id_key" ON "short_close_line"("short_close_id", "contract_line_id");

-- CreateIndex
CREATE INDEX "acknowledgement_subject_id_idx" ON "acknowledgement"("subject_id");

-- CreateIndex
CREATE INDEX "acknowledgement_paper_id_idx" ON "acknowledgement"("paper_id");

-- CreateIndex
CREATE INDEX "acknowledgement_contract_id_idx" ON "acknowledgement"("contract_id");

-- CreateIndex
CREATE UNIQUE INDEX "production_task_doc_no_key" ON "production_task"("doc_no");

-- CreateIndex
CREATE INDEX "production_task_contract_id_idx" ON "production_task"("contract_id");

-- CreateIndex
CREATE INDEX "production_task_status_created_at_id_idx" ON "production_task"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "production_task_created_at_id_idx" ON "production_task"("created_at", "id");

-- CreateIndex
CREATE INDEX "task_line_contract_line_id_idx" ON "task_line"("contract_line_id");

-- CreateIndex
CREATE INDEX "task_line_status_expected_on_id_idx" ON "task_line"("status", "expected_on", "id");

-- CreateIndex
CREATE INDEX "task_line_status_stage_expected_on_id_idx" ON "task_line"("status", "stage", "expected_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "task_line_task_id_line_no_key" ON "task_line"("task_id", "line_no");

-- CreateIndex
CREATE INDEX "task_log_task_line_id_logged_at_idx" ON "task_log"("task_line_id", "logged_at");

-- CreateIndex
CREATE UNIQUE INDEX "preparation_order_doc_no_key" ON "preparation_order"("doc_no");

-- CreateIndex
CREATE UNIQUE INDEX "preparation_order_task_id_key" ON "preparation_order"("task_id");

-- CreateIndex
CREATE INDEX "preparation_order_contract_id_idx" ON "preparation_order"("contract_id");

-- CreateIndex
CREATE INDEX "preparation_order_status_due_on_id_idx" ON "preparation_order"("status", "due_on", "id");

-- CreateIndex
CREATE INDEX "preparation_order_created_at_id_idx" ON "preparation_order"("created_at", "id");

-- CreateIndex
CREATE INDEX "preparation_line_contract_line_id_idx" ON "preparation_line"("contract_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "preparation_line_preparation_id_line_no_key" ON "preparation_line"("preparation_id", "line_no");

-- CreateIndex
CREATE UNIQUE INDEX "review_previous_id_key" ON "review"("previous_id");

-- CreateIndex
CREATE INDEX "review_status_created_at_id_idx" ON "review"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "review_created_at_id_idx" ON "review"("created_at", "id");

-- CreateIndex
CREATE INDEX "review_customer_id_created_at_idx" ON "review"("customer_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "review_doc_no_version_key" ON "review"("doc_no", "version");

-- CreateIndex
CREATE INDEX "review_line_product_id_idx" ON "review_line"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_line_review_id_line_no_key" ON "review_line"("review_id", "line_no");

-- CreateIndex
CREATE UNIQUE INDEX "review_opinion_review_id_department_key" ON "review_opinion"("review_id", "department");

-- CreateIndex
CREATE UNIQUE INDEX "review_opinion_line_opinion_id_review_line_id_key" ON "review_opinion_line"("opinion_id", "review_line_id");

-- CreateIndex
CREATE INDEX "stock_hold_product_id_until_on_idx" ON "stock_hold"("product_id", "until_on");

-- CreateIndex
CREATE UNIQUE INDEX "walk_in_doc_no_key" ON "walk_in"("doc_no");

-- CreateIndex
CREATE UNIQUE INDEX "walk_in_slip_id_key" ON "walk_in"("slip_id");

-- CreateIndex
CREATE INDEX "walk_in_customer_id_created_at_idx" ON "walk_in"("customer_id", "created_at");

-- CreateIndex
CREATE INDEX "walk_in_status_created_at_id_idx" ON "walk_in"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "walk_in_created_at_id_idx" ON "walk_in"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "walk_in_line_walk_in_id_line_no_key" ON "walk_in_line"("walk_in_id", "line_no");

-- CreateIndex
CREATE UNIQUE INDEX "contract_walk_in_id_key" ON "contract"("walk_in_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbound_slip_walk_in_id_key" ON "outbound_slip"("walk_in_id");

-- CreateIndex
CREATE INDEX "inbound_line_task_line_id_idx" ON "inbound_line"("task_line_id");

-- AddForeignKey
ALTER TABLE "short_close_line" ADD CONSTRAINT "short_close_line_short_close_id_fkey" FOREIGN KEY ("short_close_id") REFERENCES "short_close"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_line" ADD CONSTRAINT "task_line_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "production_task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_log" ADD CONSTRAINT "task_log_task_line_id_fkey" FOREIGN KEY ("task_line_id") REFERENCES "task_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preparation_line" ADD CONSTRAINT "preparation_line_preparation_id_fkey" FOREIGN KEY ("preparation_id") REFERENCES "preparation_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_line" ADD CONSTRAINT "review_line_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_opinion" ADD CONSTRAINT "review_opinion_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_opinion_line" ADD CONSTRAINT "review_opinion_line_opinion_id_fkey" FOREIGN KEY ("opinion_id") REFERENCES "review_opinion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_opinion_line" ADD CONSTRAINT "review_opinion_line_review_line_id_fkey" FOREIGN KEY ("review_line_id") REFERENCES "review_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "walk_in_line" ADD CONSTRAINT "walk_in_line_walk_in_id_fkey" FOREIGN KEY ("walk_in_id") REFERENCES "walk_in"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

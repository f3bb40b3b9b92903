-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "contract_form" AS ENUM ('FORMAL', 'VERBAL');

-- CreateEnum
CREATE TYPE "contract_class" AS ENUM ('A', 'B', 'C');

-- CreateEnum
CREATE TYPE "supply_type" AS ENUM ('STOCK', 'PRODUCE', 'NEW');

-- CreateEnum
CREATE TYPE "line_kind" AS ENUM ('GOODS', 'FREIGHT', 'PACKING', 'OTHER', 'DISCOUNT');

-- CreateEnum
CREATE TYPE "contract_status" AS ENUM ('DRAFT', 'PENDING_CHIEF', 'PENDING_DIRECTOR', 'EFFECTIVE', 'EXECUTING', 'COMPLETED', 'ARCHIVED', 'VOIDED', 'TERMINATED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "contract_request_kind" AS ENUM ('VOID', 'TERMINATE', 'WAIVE_SIGNATURE');

-- CreateEnum
CREATE TYPE "contract_request_status" AS ENUM ('PENDING', 'AGREED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "term_change_kind" AS ENUM ('GRANT', 'RAISE', 'LOWER', 'REVOKE', 'ANNUL', 'REINSTATE', 'DESIGNATE_PREPAID');

-- CreateEnum
CREATE TYPE "term_change_status" AS ENUM ('DRAFT', 'PENDING_CHIEF', 'PENDING_DIRECTOR', 'EFFECTIVE', 'REJECTED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "settlement_mode" AS ENUM ('PREPAID', 'MONTHLY', 'QUARTERLY', 'ACCUMULATED');

-- CreateEnum
CREATE TYPE "quarter_payment_month" AS ENUM ('FIRST_MONTH_AFTER', 'LAST_MONTH_OF_QUARTER');

-- CreateEnum
CREATE TYPE "customer_category" AS ENUM ('KEY', 'GENERAL', 'DEALER', 'END_USER', 'NEW', 'TARGET');

-- CreateEnum
CREATE TYPE "customer_stage" AS ENUM ('TARGET', 'ACTIVE', 'DORMANT', 'LOST');

-- CreateEnum
CREATE TYPE "tax_id_type" AS ENUM ('USCC', 'LEGACY_TAX', 'NONE');

-- CreateEnum
CREATE TYPE "invoice_type" AS ENUM ('SPECIAL', 'ORDINARY', 'NONE');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('PHONE', 'FAX', 'EMAIL', 'WECHAT', 'VISIT', 'OTHER');

-- CreateEnum
CREATE TYPE "intake_direction" AS ENUM ('IN', 'OUT');

-- CreateEnum
CREATE TYPE "intake_type" AS ENUM ('ORDER', 'INQUIRY', 'SAMPLE', 'TECH', 'COMPLAINT', 'PAYMENT', 'OTHER');

-- CreateEnum
CREATE TYPE "intake_status" AS ENUM ('OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "intake_outcome" AS ENUM ('QUOTED', 'REVIEW', 'CONTRACT', 'SAMPLE', 'TECH', 'CLOSED');

-- CreateEnum
CREATE TYPE "delivery_method" AS ENUM ('EXPRESS', 'LOGISTICS', 'DELIVERY', 'PICKUP');

-- CreateEnum
CREATE TYPE "freight_payer" AS ENUM ('SUPPLIER', 'CUSTOMER', 'SHARED');

-- CreateEnum
CREATE TYPE "sign_step" AS ENUM ('PREPARED', 'CHECKED', 'APPROVED', 'DEPT_HEAD', 'ISSUED', 'RECEIVED', 'FINANCE', 'REVIEW');

-- CreateEnum
CREATE TYPE "decision" AS ENUM ('AGREE', 'RETURN', 'REJECT');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('CLERK', 'SALESPERSON', 'WAREHOUSE_KEEPER', 'SECTION_CHIEF', 'FACTORY_DIRECTOR', 'FINANCE', 'PRODUCTION', 'TECHNICAL', 'REVIEWER', 'ADMIN');

-- CreateEnum
CREATE TYPE "duty" AS ENUM ('CONTRACT_DRAFTING', 'CONTRACT_NUMBERING', 'PRODUCTION_TRACKING', 'SHIPPING_NOTICE', 'OUTBOUND_SLIP', 'COLLECTION', 'TARGET_CUSTOMER', 'NEW_CUSTOMER_VISIT', 'OLD_CUSTOMER_VISIT');

-- CreateEnum
CREATE TYPE "delegated_step" AS ENUM ('CHECK', 'DEPT_HEAD', 'APPROVE');

-- CreateEnum
CREATE TYPE "account_link_purpose" AS ENUM ('SETUP', 'RESET');

-- CreateEnum
CREATE TYPE "product_category" AS ENUM ('MILL', 'DRILL', 'TAP', 'DIE', 'REAMER', 'INSERT', 'TURNING', 'BORING', 'HOLDER', 'GAUGE', 'FIXTURE', 'MACHINED_PART', 'TOOL', 'OTHER');

-- CreateEnum
CREATE TYPE "payment_channel" AS ENUM ('BANK_TRANSFER', 'CHEQUE', 'CASH', 'BANK_ACCEPTANCE', 'COMMERCIAL_ACCEPTANCE', 'WECHAT', 'ALIPAY', 'OTHER');

-- CreateEnum
CREATE TYPE "receipt_status" AS ENUM ('UNCONFIRMED', 'CONFIRMED', 'REJECTED', 'REVERSED');

-- CreateEnum
CREATE TYPE "allocation_kind" AS ENUM ('DEPOSIT', 'PREPAYMENT', 'BALANCE', 'CREDIT_PAYMENT');

-- CreateEnum
CREATE TYPE "ledger_kind" AS ENUM ('DELIVERY', 'CHARGE', 'RECEIPT', 'RETURN', 'ADJUSTMENT', 'DELIVERY_REVERSAL', 'RECEIPT_REVERSAL');

-- CreateEnum
CREATE TYPE "freight_settlement" AS ENUM ('PREPAID_CASH', 'PREPAID_MONTHLY', 'COLLECT');

-- CreateEnum
CREATE TYPE "notice_status" AS ENUM ('DRAFT', 'AWAITING_FUNDS', 'ISSUED', 'ACKNOWLEDGED', 'CLOSED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "slip_status" AS ENUM ('DRAFT', 'PENDING_DEPT_HEAD', 'PENDING_DIRECTOR', 'APPROVED', 'ISSUED', 'PACKED', 'SHIPPED', 'REVERSED', 'REJECTED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "outbound_type" AS ENUM ('SALE', 'SAMPLE', 'WALK_IN', 'RETURN_TO_WORKSHOP', 'SCRAP', 'STOCKTAKE', 'OTHER');

-- CreateEnum
CREATE TYPE "funds_status" AS ENUM ('NOT_REQUIRED', 'WAITING', 'CONFIRMED');

-- CreateEnum
CREATE TYPE "packing_status" AS ENUM ('DRAFT', 'BOXED', 'VOIDED');

-- CreateEnum
CREATE TYPE "waybill_status" AS ENUM ('DRAFT', 'NOTIFIED', 'HANDED_OVER', 'SIGNED', 'EXCEPTION', 'RETURNED', 'VOIDED');

-- CreateEnum
CREATE TYPE "receipt_result" AS ENUM ('RECEIVED_OK', 'RECEIVED_WITH_PROBLEM', 'NOT_RECEIVED', 'NO_ANSWER');

-- CreateEnum
CREATE TYPE "reversal_status" AS ENUM ('REQUESTED', 'SIGNED', 'REFUSED');

-- CreateEnum
CREATE TYPE "inbound_type" AS ENUM ('PRODUCTION', 'RETURN', 'SAMPLE_RETURN', 'STOCKTAKE', 'OPENING', 'OTHER');

-- CreateEnum
CREATE TYPE "inbound_status" AS ENUM ('DRAFT', 'POSTED', 'CANCELLED', 'REVERSED');

-- CreateEnum
CREATE TYPE "movement_kind" AS ENUM ('INBOUND', 'OUTBOUND', 'OUTBOUND_REVERSAL');

-- CreateEnum
CREATE TYPE "reservation_status" AS ENUM ('ACTIVE', 'CONSUMED', 'RELEASED');

-- CreateTable
CREATE TABLE "contract" (
    "id" UUID NOT NULL,
    "form" "contract_form" NOT NULL,
    "status" "contract_status" NOT NULL DEFAULT 'DRAFT',
    "doc_no" VARCHAR(20),
    "contract_no" VARCHAR(20),
    "year" INTEGER,
    "seq" INTEGER,
    "effective_on" DATE,
    "contract_class" "contract_class",
    "revision" INTEGER NOT NULL DEFAULT 1,
    "row_version" INTEGER NOT NULL DEFAULT 1,
    "submitted_at" TIMESTAMPTZ(3),
    "submission_count" INTEGER NOT NULL DEFAULT 0,
    "customer_id" UUID NOT NULL,
    "customer_name" VARCHAR(80) NOT NULL,
    "buyer" JSONB NOT NULL,
    "intake_id" UUID NOT NULL,
    "channel" "channel" NOT NULL,
    "ordered_at" TIMESTAMPTZ(3) NOT NULL,
    "orderer_name" VARCHAR(40) NOT NULL DEFAULT '',
    "orderer_title" VARCHAR(40) NOT NULL DEFAULT '',
    "orderer_phone" VARCHAR(40) NOT NULL DEFAULT '',
    "customer_po_no" VARCHAR(60) NOT NULL DEFAULT '',
    "agreed_price" BOOLEAN NOT NULL DEFAULT false,
    "agreed_delivery" BOOLEAN NOT NULL DEFAULT false,
    "agreed_payment" BOOLEAN NOT NULL DEFAULT false,
    "agreed_with" VARCHAR(40) NOT NULL DEFAULT '',
    "agreed_on" DATE,
    "tax_rate" DECIMAL(5,4) NOT NULL DEFAULT 0.13,
    "invoice_type" "invoice_type" NOT NULL DEFAULT 'SPECIAL',
    "total_amount" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "delivery_method" "delivery_method" NOT NULL DEFAULT 'EXPRESS',
    "freight_payer" "freight_payer" NOT NULL DEFAULT 'SUPPLIER',
    "partial_allowed" BOOLEAN NOT NULL DEFAULT true,
    "packing_requirement" VARCHAR(200) NOT NULL DEFAULT '',
    "technical_requirement" VARCHAR(1000) NOT NULL DEFAULT '',
    "consignee" JSONB NOT NULL,
    "delivery_from" DATE,
    "product_summary" VARCHAR(160) NOT NULL DEFAULT '',
    "total_qty" DECIMAL(14,3) NOT NULL DEFAULT 0,
    "open_papers" INTEGER NOT NULL DEFAULT 0,
    "usage" VARCHAR(500) NOT NULL DEFAULT '',
    "delivery_to" DATE,
    "payment_term" "settlement_mode" NOT NULL,
    "due_days" INTEGER,
    "payment_channel" "payment_channel" NOT NULL DEFAULT 'BANK_TRANSFER',
    "looser_term_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "form_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "recommended_form" "contract_form",
    "verbal_reason" VARCHAR(20) NOT NULL DEFAULT '',
    "read_back_confirmed" BOOLEAN NOT NULL DEFAULT false,
    "read_back_by_name" VARCHAR(40) NOT NULL DEFAULT '',
    "read_back_at" TIMESTAMPTZ(3),
    "sign_place" VARCHAR(80) NOT NULL DEFAULT '',
    "sign_date" DATE,
    "valid_from" DATE,
    "valid_to" DATE,
    "warranty_months" INTEGER,
    "objection_days" INTEGER,
    "original_count" INTEGER NOT NULL DEFAULT 2,
    "clauses" JSONB NOT NULL DEFAULT '{}',
    "signed_by_customer_on" DATE,
    "signed_by_customer_how" VARCHAR(20) NOT NULL DEFAULT '',
    "signature_waived_at" TIMESTAMPTZ(3),
    "signature_waived_by_id" UUID,
    "signature_waived_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "stock_snapshot" JSONB,
    "production_feedback" JSONB,
    "drafted_by_id" UUID NOT NULL,
    "drafted_by_name" VARCHAR(40) NOT NULL,
    "drafter_ids" UUID[],
    "handler_id" UUID NOT NULL,
    "checked_by_id" UUID,
    "remark" VARCHAR(1000) NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "ended_by_id" UUID,
    "deleted_at" TIMESTAMPTZ(3),
    "archive_no" VARCHAR(40) NOT NULL DEFAULT '',
    "archived_on" DATE,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_line" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "line_kind" "line_kind" NOT NULL DEFAULT 'GOODS',
    "product_id" UUID,
    "product_code" VARCHAR(20) NOT NULL DEFAULT '',
    "product_name" VARCHAR(80) NOT NULL,
    "spec" VARCHAR(120) NOT NULL DEFAULT '',
    "drawing_no" VARCHAR(60) NOT NULL DEFAULT '',
    "drawing_rev" VARCHAR(20) NOT NULL DEFAULT '',
    "material" VARCHAR(40) NOT NULL DEFAULT '',
    "coating" VARCHAR(40) NOT NULL DEFAULT '',
    "accuracy_grade" VARCHAR(40) NOT NULL DEFAULT '',
    "brand" VARCHAR(40) NOT NULL DEFAULT '',
    "manufacturer" VARCHAR(80) NOT NULL DEFAULT '',
    "unit" VARCHAR(8) NOT NULL DEFAULT '',
    "quantity" DECIMAL(12,3) NOT NULL,
    "pack_unit" VARCHAR(8),
    "pack_quantity" DECIMAL(12,3),
    "unit_price" DECIMAL(14,4) NOT NULL,
    "typed_net_price" DECIMAL(14,4),
    "amount" DECIMAL(14,2) NOT NULL,
    "delivery_on" DATE,
    "supply_type" "supply_type",
    "qty_from_stock" DECIMAL(12,3) NOT NULL DEFAULT 0,
    "qty_to_produce" DECIMAL(12,3) NOT NULL DEFAULT 0,
    "line_remark" VARCHAR(200) NOT NULL DEFAULT '',
    "noticed_qty" DECIMAL(12,3) NOT NULL DEFAULT 0,
    "noticed_amount" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "delivered_qty" DECIMAL(12,3) NOT NULL DEFAULT 0,
    "delivered_amount" DECIMAL(14,2) NOT NULL DEFAULT 0,

    CONSTRAINT "contract_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_instalment" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "sort_no" INTEGER NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "name" VARCHAR(40) NOT NULL,
    "percent" DECIMAL(5,2) NOT NULL,
    "due_days" INTEGER,

    CONSTRAINT "payment_instalment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_submission" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "submission_no" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_entry" (
    "contract_id" UUID NOT NULL,
    "contract_no" VARCHAR(20) NOT NULL,
    "settlement_mode" "settlement_mode" NOT NULL,
    "tier" VARCHAR(3) NOT NULL,
    "original_class" "contract_class" NOT NULL,
    "prepared_by_name" VARCHAR(60) NOT NULL,
    "prepared_on" DATE NOT NULL,
    "checked_by_name" VARCHAR(60) NOT NULL,
    "checked_on" DATE NOT NULL,
    "approved_by_name" VARCHAR(60) NOT NULL,
    "approved_on" DATE NOT NULL,
    "shipping_methods" VARCHAR(500) NOT NULL DEFAULT '',
    "shipped_dates" VARCHAR(500) NOT NULL DEFAULT '',
    "last_shipped_on" DATE,
    "shipped_amount" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "registered_by_id" UUID,
    "registered_by_name" VARCHAR(40),
    "registered_at" TIMESTAMPTZ(3),
    "remark" VARCHAR(500) NOT NULL DEFAULT '',
    "migrated" BOOLEAN NOT NULL DEFAULT false,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "register_entry_pkey" PRIMARY KEY ("contract_id")
);

-- CreateTable
CREATE TABLE "contract_request" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "kind" "contract_request_kind" NOT NULL,
    "status" "contract_request_status" NOT NULL DEFAULT 'PENDING',
    "reason" VARCHAR(200) NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_by_name" VARCHAR(40) NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_by_name" VARCHAR(40),
    "decided_at" TIMESTAMPTZ(3),
    "decision_comment" VARCHAR(500) NOT NULL DEFAULT '',
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contract_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_commitment" (
    "slip_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,

    CONSTRAINT "credit_commitment_pkey" PRIMARY KEY ("slip_id")
);

-- CreateTable
CREATE TABLE "term_change" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20),
    "status" "term_change_status" NOT NULL DEFAULT 'DRAFT',
    "kind" "term_change_kind" NOT NULL,
    "customer_id" UUID NOT NULL,
    "customer_name" VARCHAR(80) NOT NULL,
    "before_mode" "settlement_mode" NOT NULL,
    "before_limit" DECIMAL(14,2),
    "after_mode" "settlement_mode" NOT NULL,
    "after_limit" DECIMAL(14,2),
    "after_quarter_month" "quarter_payment_month" NOT NULL DEFAULT 'FIRST_MONTH_AFTER',
    "after_accumulated_from" DECIMAL(14,2),
    "facts" JSONB NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "effective_on" DATE NOT NULL,
    "decided_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_by_name" VARCHAR(40) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancel_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "checked_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "triggered_by" VARCHAR(20) NOT NULL DEFAULT 'MANUAL',
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "term_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL,
    "customer_code" VARCHAR(12) NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "name_key" VARCHAR(80) NOT NULL,
    "short_name" VARCHAR(40) NOT NULL DEFAULT '',
    "tax_id_type" "tax_id_type" NOT NULL DEFAULT 'USCC',
    "tax_id" VARCHAR(20),
    "legal_rep" VARCHAR(40) NOT NULL DEFAULT '',
    "ownership" VARCHAR(40) NOT NULL DEFAULT '',
    "industry" VARCHAR(60) NOT NULL DEFAULT '',
    "main_products" VARCHAR(200) NOT NULL DEFAULT '',
    "scale" VARCHAR(60) NOT NULL DEFAULT '',
    "registered_address" VARCHAR(200) NOT NULL DEFAULT '',
    "business_address" VARCHAR(200) NOT NULL DEFAULT '',
    "postal_code" VARCHAR(6) NOT NULL DEFAULT '',
    "phone" VARCHAR(40) NOT NULL DEFAULT '',
    "fax" VARCHAR(40) NOT NULL DEFAULT '',
    "website" VARCHAR(120) NOT NULL DEFAULT '',
    "source" VARCHAR(60) NOT NULL DEFAULT '',
    "group_name" VARCHAR(80) NOT NULL DEFAULT '',
    "category" "customer_category" NOT NULL,
    "is_key" BOOLEAN NOT NULL DEFAULT false,
    "stage" "customer_stage" NOT NULL DEFAULT 'ACTIVE',
    "owner_id" UUID,
    "invoice_title" VARCHAR(80) NOT NULL DEFAULT '',
    "invoice_address_phone" VARCHAR(200) NOT NULL DEFAULT '',
    "bank_name" VARCHAR(80) NOT NULL DEFAULT '',
    "bank_account_no" VARCHAR(32) NOT NULL DEFAULT '',
    "default_invoice_type" "invoice_type" NOT NULL DEFAULT 'SPECIAL',
    "invoice_mail_address" VARCHAR(200) NOT NULL DEFAULT '',
    "settlement_mode" "settlement_mode" NOT NULL DEFAULT 'PREPAID',
    "designated_prepaid" BOOLEAN NOT NULL DEFAULT false,
    "credit_limit" DECIMAL(14,2),
    "quarter_payment_month" "quarter_payment_month" NOT NULL DEFAULT 'FIRST_MONTH_AFTER',
    "accumulated_from" DECIMAL(14,2),
    "credit_revoked" BOOLEAN NOT NULL DEFAULT false,
    "legacy_start_on" DATE,
    "legacy_evidence" VARCHAR(200) NOT NULL DEFAULT '',
    "legacy_confirmed_by_id" UUID,
    "legacy_confirmed_at" TIMESTAMPTZ(3),
    "product_usage" VARCHAR(500) NOT NULL DEFAULT '',
    "first_qty" VARCHAR(80) NOT NULL DEFAULT '',
    "future_qty" VARCHAR(80) NOT NULL DEFAULT '',
    "previous_use" VARCHAR(500) NOT NULL DEFAULT '',
    "competitors" VARCHAR(200) NOT NULL DEFAULT '',
    "remark" VARCHAR(1000) NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL DEFAULT '',
    "merged_into_id" UUID,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_contact" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "name" VARCHAR(40) NOT NULL,
    "department" VARCHAR(40) NOT NULL DEFAULT '',
    "title" VARCHAR(40) NOT NULL DEFAULT '',
    "mobile" VARCHAR(11) NOT NULL DEFAULT '',
    "landline" VARCHAR(24) NOT NULL DEFAULT '',
    "email" VARCHAR(120) NOT NULL DEFAULT '',
    "wechat_or_qq" VARCHAR(40) NOT NULL DEFAULT '',
    "kind" VARCHAR(20) NOT NULL DEFAULT 'PURCHASING',
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "sort_no" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "customer_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_address" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "company" VARCHAR(80) NOT NULL,
    "contact_person" VARCHAR(40) NOT NULL,
    "mobile" VARCHAR(11) NOT NULL DEFAULT '',
    "landline" VARCHAR(24) NOT NULL DEFAULT '',
    "province" VARCHAR(20) NOT NULL,
    "city" VARCHAR(20) NOT NULL DEFAULT '',
    "district" VARCHAR(30) NOT NULL DEFAULT '',
    "town" VARCHAR(30) NOT NULL DEFAULT '',
    "detail" VARCHAR(120) NOT NULL,
    "postal_code" VARCHAR(6) NOT NULL DEFAULT '',
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "sort_no" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "customer_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_former_name" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "until_on" DATE NOT NULL,
    "changed_by_id" UUID NOT NULL,

    CONSTRAINT "customer_former_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cooperation_fact" (
    "contract_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "voided_on" DATE,

    CONSTRAINT "cooperation_fact_pkey" PRIMARY KEY ("contract_id")
);

-- CreateTable
CREATE TABLE "intake" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20) NOT NULL,
    "status" "intake_status" NOT NULL DEFAULT 'OPEN',
    "channel" "channel" NOT NULL,
    "direction" "intake_direction" NOT NULL DEFAULT 'IN',
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "intake_type" "intake_type" NOT NULL,
    "customer_id" UUID,
    "customer_name" VARCHAR(80) NOT NULL,
    "contact_name" VARCHAR(40) NOT NULL,
    "contact_phone" VARCHAR(120) NOT NULL,
    "usage" VARCHAR(500) NOT NULL DEFAULT '',
    "first_qty" VARCHAR(80) NOT NULL DEFAULT '',
    "future_qty" VARCHAR(80) NOT NULL DEFAULT '',
    "previous_use" VARCHAR(500) NOT NULL DEFAULT '',
    "customer_category" "customer_category",
    "content" VARCHAR(2000) NOT NULL DEFAULT '',
    "delivery_method" "delivery_method",
    "freight_payer" "freight_payer",
    "address_text" VARCHAR(300) NOT NULL DEFAULT '',
    "payment_term" "settlement_mode",
    "stock_snapshot" JSONB,
    "production_feedback" JSONB,
    "agreed_price" BOOLEAN NOT NULL DEFAULT false,
    "agreed_delivery" BOOLEAN NOT NULL DEFAULT false,
    "agreed_payment" BOOLEAN NOT NULL DEFAULT false,
    "agreed_with" VARCHAR(40) NOT NULL DEFAULT '',
    "agreed_on" DATE,
    "outcome" "intake_outcome",
    "close_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "from_order" BOOLEAN NOT NULL DEFAULT false,
    "remark" VARCHAR(1000) NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_by_name" VARCHAR(40) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intake_line" (
    "id" UUID NOT NULL,
    "intake_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID,
    "product_name" VARCHAR(80) NOT NULL,
    "spec" VARCHAR(120) NOT NULL DEFAULT '',
    "drawing_no" VARCHAR(60) NOT NULL DEFAULT '',
    "unit" VARCHAR(8) NOT NULL DEFAULT '',
    "quantity" DECIMAL(12,3),
    "wanted_on" DATE,
    "target_price" DECIMAL(14,4),
    "line_remark" VARCHAR(200) NOT NULL DEFAULT '',

    CONSTRAINT "intake_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counter" (
    "prefix" VARCHAR(8) NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("prefix","year")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "key" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "action" VARCHAR(80) NOT NULL,
    "input_hash" CHAR(64) NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "signature" (
    "id" UUID NOT NULL,
    "subject_type" VARCHAR(30) NOT NULL,
    "subject_id" UUID NOT NULL,
    "step" "sign_step" NOT NULL,
    "decision" "decision" NOT NULL,
    "comment" VARCHAR(500) NOT NULL DEFAULT '',
    "signed_by_id" UUID NOT NULL,
    "signed_by_name" VARCHAR(40) NOT NULL,
    "on_behalf_of_id" UUID,
    "on_behalf_of_name" VARCHAR(40),
    "delegation_id" UUID,
    "revision" INTEGER NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_item" (
    "id" UUID NOT NULL,
    "kind" VARCHAR(40) NOT NULL,
    "subject_type" VARCHAR(30) NOT NULL,
    "subject_id" UUID NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "assignee_id" UUID,
    "duty" "duty",
    "role" "role",
    "visible_from_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "escalate_to_role" "role",
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "work_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "type" VARCHAR(60) NOT NULL,
    "subject_type" VARCHAR(30) NOT NULL,
    "subject_id" UUID NOT NULL,
    "actor_id" UUID,
    "actor_name" VARCHAR(40) NOT NULL,
    "on_behalf_of" VARCHAR(40),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lifecycle_transition" (
    "document" VARCHAR(30) NOT NULL,
    "from_state" VARCHAR(30) NOT NULL,
    "to_state" VARCHAR(30) NOT NULL,

    CONSTRAINT "lifecycle_transition_pkey" PRIMARY KEY ("document","from_state","to_state")
);

-- CreateTable
CREATE TABLE "file_blob" (
    "sha256" CHAR(64) NOT NULL,
    "bytes" BYTEA NOT NULL,
    "byte_size" INTEGER NOT NULL,

    CONSTRAINT "file_blob_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "subject_type" VARCHAR(30) NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" VARCHAR(30) NOT NULL DEFAULT 'general',
    "file_name" VARCHAR(160) NOT NULL,
    "media_type" VARCHAR(80) NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_by_name" VARCHAR(40) NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "subject_type" VARCHAR(30) NOT NULL,
    "subject_id" UUID NOT NULL,
    "body" VARCHAR(1000) NOT NULL,
    "author_id" UUID NOT NULL,
    "author_name" VARCHAR(40) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "print_record" (
    "id" UUID NOT NULL,
    "subject_type" VARCHAR(30) NOT NULL,
    "subject_id" UUID NOT NULL,
    "printed_by_id" UUID NOT NULL,
    "printed_by_name" VARCHAR(40) NOT NULL,
    "printed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "print_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "username" VARCHAR(40) NOT NULL,
    "display_name" VARCHAR(40) NOT NULL,
    "role" "role" NOT NULL,
    "department" VARCHAR(40) NOT NULL,
    "phone" VARCHAR(40),
    "email" VARCHAR(120),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "password_hash" TEXT,
    "left_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_link" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "purpose" "account_link_purpose" NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_assignment" (
    "id" UUID NOT NULL,
    "duty" "duty" NOT NULL,
    "person_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "assigned_by_id" UUID NOT NULL,
    "ended_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duty_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20) NOT NULL,
    "principal_id" UUID NOT NULL,
    "delegate_id" UUID NOT NULL,
    "step" "delegated_step" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "reason" VARCHAR(200) NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL,
    "product_code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "category" "product_category" NOT NULL,
    "spec" VARCHAR(120) NOT NULL,
    "drawing_no" VARCHAR(60) NOT NULL DEFAULT '',
    "drawing_rev" VARCHAR(20) NOT NULL DEFAULT '',
    "material" VARCHAR(40) NOT NULL DEFAULT '',
    "coating" VARCHAR(40) NOT NULL DEFAULT '',
    "accuracy_grade" VARCHAR(40) NOT NULL DEFAULT '',
    "shank" VARCHAR(40) NOT NULL DEFAULT '',
    "brand" VARCHAR(40) NOT NULL DEFAULT '',
    "unit" VARCHAR(8) NOT NULL,
    "is_standard" BOOLEAN NOT NULL DEFAULT true,
    "first_produced_on" DATE,
    "is_tool" BOOLEAN NOT NULL DEFAULT false,
    "quality_standard" VARCHAR(80) NOT NULL DEFAULT '',
    "list_price" DECIMAL(14,4) NOT NULL,
    "min_stock" DECIMAL(12,3),
    "max_stock" DECIMAL(12,3),
    "lead_time_days" INTEGER,
    "specialist_id" UUID,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "remark" VARCHAR(500) NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_pack" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "unit" VARCHAR(8) NOT NULL,
    "factor" DECIMAL(12,3) NOT NULL,

    CONSTRAINT "product_pack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20) NOT NULL,
    "status" "receipt_status" NOT NULL DEFAULT 'UNCONFIRMED',
    "registered_on" DATE NOT NULL,
    "customer_id" UUID NOT NULL,
    "customer_name" VARCHAR(80) NOT NULL,
    "payer_name" VARCHAR(80) NOT NULL,
    "channel" "payment_channel" NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "paid_on" DATE NOT NULL,
    "credited_on" DATE,
    "bank_account_id" UUID NOT NULL,
    "bank_ref" VARCHAR(60) NOT NULL DEFAULT '',
    "bill_number" VARCHAR(30) NOT NULL DEFAULT '',
    "bill_drawer" VARCHAR(80) NOT NULL DEFAULT '',
    "bill_acceptor" VARCHAR(80) NOT NULL DEFAULT '',
    "bill_issued_on" DATE,
    "bill_due_on" DATE,
    "remark" VARCHAR(1000) NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_by_name" VARCHAR(40) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_by_name" VARCHAR(40),
    "decided_at" TIMESTAMPTZ(3),
    "decision_comment" VARCHAR(500) NOT NULL DEFAULT '',
    "override_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "reversed_by_name" VARCHAR(40),
    "reversed_at" TIMESTAMPTZ(3),
    "reversal_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_allocation" (
    "id" UUID NOT NULL,
    "receipt_id" UUID NOT NULL,
    "kind" "allocation_kind" NOT NULL,
    "contract_id" UUID,
    "contract_no" VARCHAR(20) NOT NULL DEFAULT '',
    "receivable_id" UUID,
    "amount" DECIMAL(14,2) NOT NULL,

    CONSTRAINT "receipt_allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" "ledger_kind" NOT NULL,
    "entry_date" DATE NOT NULL,
    "seq" INTEGER NOT NULL,
    "source_type" VARCHAR(30) NOT NULL,
    "source_id" UUID NOT NULL,
    "source_no" VARCHAR(20) NOT NULL,
    "contract_id" UUID,
    "contract_no" VARCHAR(20) NOT NULL DEFAULT '',
    "summary" VARCHAR(120) NOT NULL,
    "debit" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "credit" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "balance" DECIMAL(14,2) NOT NULL,
    "due_on" DATE,
    "by_id" UUID NOT NULL,
    "by_name" VARCHAR(40) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_account" (
    "customer_id" UUID NOT NULL,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "balance" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "opened_on" DATE NOT NULL,

    CONSTRAINT "customer_account_pkey" PRIMARY KEY ("customer_id")
);

-- CreateTable
CREATE TABLE "receivable" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "contract_id" UUID,
    "contract_no" VARCHAR(20) NOT NULL DEFAULT '',
    "source_type" VARCHAR(30) NOT NULL,
    "source_id" UUID NOT NULL,
    "source_no" VARCHAR(20) NOT NULL,
    "posted_on" DATE NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "settled_amount" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "due_on" DATE NOT NULL,
    "disputed_on" DATE,
    "reversed_at" TIMESTAMPTZ(3),

    CONSTRAINT "receivable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "due_date_event" (
    "id" UUID NOT NULL,
    "receivable_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "reason" VARCHAR(200) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "due_date_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_funds" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "receipt_id" UUID,
    "amount" DECIMAL(14,2) NOT NULL,
    "reason" VARCHAR(120) NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_funds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settlement" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "receivable_id" UUID NOT NULL,
    "receipt_id" UUID,
    "contract_id" UUID,
    "amount" DECIMAL(14,2) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "settlement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "id" UUID NOT NULL,
    "key" VARCHAR(60) NOT NULL,
    "value" JSONB NOT NULL,
    "effective_from" DATE NOT NULL,
    "reason" VARCHAR(200) NOT NULL DEFAULT '',
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company_profile" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" VARCHAR(80) NOT NULL,
    "uscc" VARCHAR(20) NOT NULL,
    "address" VARCHAR(200) NOT NULL,
    "legal_rep" VARCHAR(40) NOT NULL,
    "agent" VARCHAR(40) NOT NULL DEFAULT '',
    "phone" VARCHAR(40) NOT NULL,
    "fax" VARCHAR(40) NOT NULL DEFAULT '',
    "postal_code" VARCHAR(6) NOT NULL DEFAULT '',
    "sign_place" VARCHAR(80) NOT NULL,
    "default_tax_rate" DECIMAL(5,4) NOT NULL DEFAULT 0.13,
    "row_version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_profile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_account" (
    "id" UUID NOT NULL,
    "bank_name" VARCHAR(80) NOT NULL,
    "account_name" VARCHAR(80) NOT NULL,
    "account_no" VARCHAR(40) NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "bank_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "courier" (
    "id" UUID NOT NULL,
    "code" VARCHAR(12) NOT NULL,
    "name" VARCHAR(40) NOT NULL,
    "waybill_pattern" VARCHAR(200) NOT NULL DEFAULT '',
    "is_ordinary_express" BOOLEAN NOT NULL DEFAULT false,
    "hotline" VARCHAR(40) NOT NULL DEFAULT '',
    "monthly_account_no" VARCHAR(40) NOT NULL DEFAULT '',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "courier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "name" VARCHAR(8) NOT NULL,
    "allow_fraction" BOOLEAN NOT NULL DEFAULT false,
    "sort_no" INTEGER NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "clause_template" (
    "id" UUID NOT NULL,
    "clause_key" VARCHAR(30) NOT NULL,
    "title" VARCHAR(60) NOT NULL,
    "text" VARCHAR(2000) NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "clause_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipping_notice" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20),
    "doc_seq" INTEGER,
    "status" "notice_status" NOT NULL DEFAULT 'DRAFT',
    "notice_on" DATE NOT NULL,
    "contract_id" UUID NOT NULL,
    "contract_no" VARCHAR(20) NOT NULL,
    "contract_class" "contract_class" NOT NULL,
    "customer_id" UUID NOT NULL,
    "customer_name" VARCHAR(80) NOT NULL,
    "required_ship_on" DATE NOT NULL,
    "contract_due_on" DATE NOT NULL,
    "late_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "consignee" JSONB NOT NULL,
    "consignee_source" VARCHAR(10) NOT NULL DEFAULT 'CONTRACT',
    "consignee_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "delivery_method" "delivery_method" NOT NULL,
    "method_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "courier_id" UUID,
    "freight_payer" "freight_payer" NOT NULL,
    "freight_settlement" "freight_settlement" NOT NULL,
    "packing_requirement" VARCHAR(200) NOT NULL DEFAULT '',
    "enclosed_docs" TEXT[],
    "is_partial" BOOLEAN NOT NULL DEFAULT false,
    "payment_term" "settlement_mode" NOT NULL,
    "funds_status" "funds_status" NOT NULL DEFAULT 'NOT_REQUIRED',
    "funds_confirmed_at" TIMESTAMPTZ(3),
    "invoice_with_goods" BOOLEAN NOT NULL DEFAULT false,
    "total_amount" DECIMAL(14,2) NOT NULL,
    "blocked_by" VARCHAR(20) NOT NULL DEFAULT '',
    "blocked_details" JSONB,
    "prepared_by_id" UUID NOT NULL,
    "prepared_by_name" VARCHAR(40) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by_id" UUID,
    "issued_by_name" VARCHAR(40),
    "issued_at" TIMESTAMPTZ(3),
    "acknowledged_by_id" UUID,
    "acknowledged_by_name" VARCHAR(40),
    "acknowledged_at" TIMESTAMPTZ(3),
    "cancel_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_name" VARCHAR(40),
    "remark" VARCHAR(1000) NOT NULL DEFAULT '',
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "shipping_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_line" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "contract_line_id" UUID NOT NULL,
    "line_kind" "line_kind" NOT NULL,
    "product_id" UUID,
    "product_code" VARCHAR(20) NOT NULL DEFAULT '',
    "product_name" VARCHAR(80) NOT NULL,
    "spec" VARCHAR(120) NOT NULL DEFAULT '',
    "drawing_no" VARCHAR(60) NOT NULL DEFAULT '',
    "unit" VARCHAR(8) NOT NULL DEFAULT '',
    "contract_qty" DECIMAL(12,3) NOT NULL,
    "shipped_before" DECIMAL(12,3) NOT NULL,
    "quantity" DECIMAL(12,3) NOT NULL,
    "unit_price" DECIMAL(14,4) NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "slipped_qty" DECIMAL(12,3) NOT NULL DEFAULT 0,
    "slipped_amount" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "posted_qty" DECIMAL(12,3) NOT NULL DEFAULT 0,
    "posted_amount" DECIMAL(14,2) NOT NULL DEFAULT 0,

    CONSTRAINT "notice_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbound_slip" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20),
    "status" "slip_status" NOT NULL DEFAULT 'DRAFT',
    "outbound_type" "outbound_type" NOT NULL DEFAULT 'SALE',
    "slip_on" DATE NOT NULL,
    "notice_id" UUID,
    "contract_id" UUID,
    "contract_no" VARCHAR(20) NOT NULL DEFAULT '',
    "customer_id" UUID NOT NULL,
    "customer_name" VARCHAR(80) NOT NULL,
    "warehouse" VARCHAR(20) NOT NULL DEFAULT '成品库',
    "delivery_method" "delivery_method" NOT NULL,
    "payment_term" "settlement_mode" NOT NULL,
    "is_credit_slip" BOOLEAN NOT NULL,
    "total_amount" DECIMAL(14,2) NOT NULL,
    "tier" VARCHAR(3) NOT NULL DEFAULT '',
    "tenure_text" VARCHAR(40) NOT NULL DEFAULT '',
    "credit_snapshot" JSONB,
    "approved_violations" TEXT[],
    "approved_exposure" DECIMAL(14,2),
    "director_signature_id" UUID,
    "exception_reason" VARCHAR(500) NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "prepared_by_id" UUID NOT NULL,
    "prepared_by_name" VARCHAR(40) NOT NULL,
    "dept_head_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by_id" UUID,
    "issued_by_name" VARCHAR(40),
    "issued_at" TIMESTAMPTZ(3),
    "issued_on" DATE,
    "short_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "receiver_name" VARCHAR(40) NOT NULL DEFAULT '',
    "receiver_id_no" VARCHAR(40) NOT NULL DEFAULT '',
    "receiver_phone" VARCHAR(40) NOT NULL DEFAULT '',
    "vehicle_no" VARCHAR(20) NOT NULL DEFAULT '',
    "received_at" TIMESTAMPTZ(3),
    "red_of_id" UUID,
    "cancel_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "remark" VARCHAR(1000) NOT NULL DEFAULT '',
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "outbound_slip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slip_line" (
    "id" UUID NOT NULL,
    "slip_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "notice_line_id" UUID,
    "contract_line_id" UUID,
    "line_kind" "line_kind" NOT NULL,
    "product_id" UUID,
    "product_code" VARCHAR(20) NOT NULL DEFAULT '',
    "product_name" VARCHAR(80) NOT NULL,
    "spec" VARCHAR(120) NOT NULL DEFAULT '',
    "drawing_no" VARCHAR(60) NOT NULL DEFAULT '',
    "unit" VARCHAR(8) NOT NULL DEFAULT '',
    "requested_qty" DECIMAL(12,3) NOT NULL,
    "issued_qty" DECIMAL(12,3),
    "unit_price" DECIMAL(14,4) NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "issued_amount" DECIMAL(14,2),
    "bin_code" VARCHAR(60) NOT NULL DEFAULT '',
    "batch_no" VARCHAR(80) NOT NULL DEFAULT '',

    CONSTRAINT "slip_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slip_reversal" (
    "id" UUID NOT NULL,
    "slip_id" UUID NOT NULL,
    "status" "reversal_status" NOT NULL DEFAULT 'REQUESTED',
    "reason" VARCHAR(200) NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_by_name" VARCHAR(40) NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_comment" VARCHAR(500) NOT NULL DEFAULT '',
    "red_slip_id" UUID,
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "slip_reversal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "packing_list" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20),
    "status" "packing_status" NOT NULL DEFAULT 'DRAFT',
    "packed_on" DATE NOT NULL,
    "slip_id" UUID NOT NULL,
    "slip_no" VARCHAR(20) NOT NULL,
    "notice_no" VARCHAR(20) NOT NULL DEFAULT '',
    "contract_id" UUID,
    "contract_no" VARCHAR(20) NOT NULL DEFAULT '',
    "customer_id" UUID NOT NULL,
    "customer_name" VARCHAR(80) NOT NULL,
    "consignee" JSONB NOT NULL,
    "box_count" INTEGER NOT NULL DEFAULT 1,
    "enclosed_docs" TEXT[],
    "checked_against_contract" BOOLEAN NOT NULL DEFAULT false,
    "prepared_by_id" UUID NOT NULL,
    "prepared_by_name" VARCHAR(40) NOT NULL,
    "packed_by_id" UUID,
    "packed_by_name" VARCHAR(40),
    "checked_by_id" UUID,
    "checked_by_name" VARCHAR(40),
    "boxed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "void_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "remark" VARCHAR(1000) NOT NULL DEFAULT '',
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "packing_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "packing_box" (
    "id" UUID NOT NULL,
    "packing_list_id" UUID NOT NULL,
    "box_no" INTEGER NOT NULL,
    "package_type" VARCHAR(20) NOT NULL DEFAULT 'CARTON',
    "length_cm" INTEGER,
    "width_cm" INTEGER,
    "height_cm" INTEGER,
    "net_weight_kg" DECIMAL(10,3),
    "gross_weight_kg" DECIMAL(10,3),

    CONSTRAINT "packing_box_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "packing_line" (
    "id" UUID NOT NULL,
    "packing_list_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "slip_line_id" UUID NOT NULL,
    "box_no" INTEGER NOT NULL DEFAULT 1,
    "product_code" VARCHAR(20) NOT NULL DEFAULT '',
    "product_name" VARCHAR(80) NOT NULL,
    "spec" VARCHAR(120) NOT NULL DEFAULT '',
    "drawing_no" VARCHAR(60) NOT NULL DEFAULT '',
    "unit" VARCHAR(8) NOT NULL DEFAULT '',
    "contract_qty" DECIMAL(12,3) NOT NULL,
    "packed_qty" DECIMAL(12,3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "checked_by_id" UUID,

    CONSTRAINT "packing_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waybill" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20),
    "status" "waybill_status" NOT NULL DEFAULT 'DRAFT',
    "courier_id" UUID NOT NULL,
    "courier_name" VARCHAR(40) NOT NULL,
    "waybill_no" VARCHAR(40) NOT NULL DEFAULT '',
    "recipient" JSONB NOT NULL,
    "contents" VARCHAR(80) NOT NULL DEFAULT '刀具',
    "pieces" INTEGER NOT NULL DEFAULT 1,
    "weight_kg" DECIMAL(10,3),
    "service_level" VARCHAR(20) NOT NULL DEFAULT 'STANDARD',
    "freight_settlement" "freight_settlement" NOT NULL,
    "freight_amount" DECIMAL(14,2),
    "insured_value" DECIMAL(14,2),
    "courier_contact" VARCHAR(60) NOT NULL DEFAULT '',
    "courier_notified_at" TIMESTAMPTZ(3),
    "courier_notified_by_id" UUID,
    "courier_notified_by_name" VARCHAR(40),
    "handed_over_at" TIMESTAMPTZ(3),
    "handed_over_by_id" UUID,
    "handed_over_by_name" VARCHAR(40),
    "picked_up_by" VARCHAR(40) NOT NULL DEFAULT '',
    "signed_at" TIMESTAMPTZ(3),
    "signed_by_name" VARCHAR(40) NOT NULL DEFAULT '',
    "exception" VARCHAR(200) NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_by_name" VARCHAR(40) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "void_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "remark" VARCHAR(1000) NOT NULL DEFAULT '',
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "waybill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waybill_packing_list" (
    "waybill_id" UUID NOT NULL,
    "packing_list_id" UUID NOT NULL,

    CONSTRAINT "waybill_packing_list_pkey" PRIMARY KEY ("waybill_id","packing_list_id")
);

-- CreateTable
CREATE TABLE "shipping_log_entry" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "shipped_on" DATE NOT NULL,
    "shipped_at" TIMESTAMPTZ(3) NOT NULL,
    "contract_id" UUID,
    "contract_no" VARCHAR(20) NOT NULL DEFAULT '',
    "contract_class" "contract_class",
    "customer_id" UUID NOT NULL,
    "customer_name" VARCHAR(80) NOT NULL,
    "notice_no" VARCHAR(20) NOT NULL DEFAULT '',
    "slip_id" UUID NOT NULL,
    "slip_no" VARCHAR(20) NOT NULL,
    "packing_list_no" VARCHAR(20) NOT NULL DEFAULT '',
    "waybill_id" UUID,
    "delivery_method" "delivery_method" NOT NULL,
    "carrier" VARCHAR(40) NOT NULL DEFAULT '',
    "waybill_no" VARCHAR(40) NOT NULL DEFAULT '',
    "pieces" INTEGER,
    "weight_kg" DECIMAL(10,3),
    "freight_amount" DECIMAL(14,2),
    "freight_payer" "freight_payer",
    "amount" DECIMAL(14,2) NOT NULL,
    "product_summary" VARCHAR(160) NOT NULL,
    "total_qty" DECIMAL(14,3) NOT NULL,
    "consignee" JSONB NOT NULL,
    "received_on" DATE,
    "receipt_result" "receipt_result",
    "handler_name" VARCHAR(40) NOT NULL,
    "remark" VARCHAR(500) NOT NULL DEFAULT '',
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "shipping_log_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_confirmation" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20),
    "log_entry_id" UUID NOT NULL,
    "contacted_at" TIMESTAMPTZ(3) NOT NULL,
    "channel" "channel" NOT NULL,
    "contact_name" VARCHAR(40) NOT NULL,
    "contact_phone" VARCHAR(40) NOT NULL,
    "result" "receipt_result" NOT NULL,
    "received_on" DATE,
    "received_by_name" VARCHAR(40) NOT NULL DEFAULT '',
    "problem" VARCHAR(500) NOT NULL DEFAULT '',
    "action" VARCHAR(500) NOT NULL DEFAULT '',
    "recorded_by_id" UUID NOT NULL,
    "recorded_by_name" VARCHAR(40) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bin" (
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(40) NOT NULL DEFAULT '',
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "bin_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "stock_balance" (
    "product_id" UUID NOT NULL,
    "batch_no" VARCHAR(40) NOT NULL DEFAULT '',
    "bin_code" VARCHAR(20) NOT NULL DEFAULT 'A-01',
    "on_hand" DECIMAL(12,3) NOT NULL DEFAULT 0,
    "reserved" DECIMAL(12,3) NOT NULL DEFAULT 0,

    CONSTRAINT "stock_balance_pkey" PRIMARY KEY ("product_id","batch_no","bin_code")
);

-- CreateTable
CREATE TABLE "stock_movement" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "batch_no" VARCHAR(40) NOT NULL DEFAULT '',
    "bin_code" VARCHAR(20) NOT NULL,
    "kind" "movement_kind" NOT NULL,
    "quantity" DECIMAL(12,3) NOT NULL,
    "balance_after" DECIMAL(12,3) NOT NULL,
    "source_type" VARCHAR(30) NOT NULL,
    "source_id" UUID NOT NULL,
    "source_line_id" UUID NOT NULL,
    "source_no" VARCHAR(20) NOT NULL,
    "contract_no" VARCHAR(20) NOT NULL DEFAULT '',
    "summary" VARCHAR(120) NOT NULL DEFAULT '',
    "moved_on" DATE NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,
    "moved_by_id" UUID NOT NULL,
    "moved_by_name" VARCHAR(40) NOT NULL,

    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_reservation" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "batch_no" VARCHAR(40) NOT NULL DEFAULT '',
    "bin_code" VARCHAR(20) NOT NULL,
    "contract_id" UUID NOT NULL,
    "contract_line_id" UUID NOT NULL,
    "source_type" VARCHAR(30) NOT NULL,
    "source_line_id" UUID NOT NULL,
    "quantity" DECIMAL(12,3) NOT NULL,
    "status" "reservation_status" NOT NULL DEFAULT 'ACTIVE',
    "reserved_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "consumed_by_line_id" UUID,

    CONSTRAINT "stock_reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_demand" (
    "contract_line_id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "planned" DECIMAL(12,3) NOT NULL,
    "unbound" DECIMAL(12,3) NOT NULL,

    CONSTRAINT "stock_demand_pkey" PRIMARY KEY ("contract_line_id")
);

-- CreateTable
CREATE TABLE "inbound_slip" (
    "id" UUID NOT NULL,
    "doc_no" VARCHAR(20),
    "inbound_type" "inbound_type" NOT NULL,
    "status" "inbound_status" NOT NULL DEFAULT 'DRAFT',
    "received_on" DATE NOT NULL,
    "from_department" VARCHAR(40) NOT NULL,
    "delivered_by" VARCHAR(40) NOT NULL DEFAULT '',
    "remark" VARCHAR(1000) NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_by_name" VARCHAR(40) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "posted_by_id" UUID,
    "posted_by_name" VARCHAR(40),
    "posted_at" TIMESTAMPTZ(3),
    "cancel_reason" VARCHAR(200) NOT NULL DEFAULT '',
    "row_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "inbound_slip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_line" (
    "id" UUID NOT NULL,
    "inbound_slip_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "product_code" VARCHAR(20) NOT NULL,
    "product_name" VARCHAR(80) NOT NULL,
    "spec" VARCHAR(120) NOT NULL,
    "unit" VARCHAR(8) NOT NULL,
    "delivered_qty" DECIMAL(12,3) NOT NULL,
    "received_qty" DECIMAL(12,3) NOT NULL,
    "batch_no" VARCHAR(40) NOT NULL DEFAULT '',
    "bin_code" VARCHAR(20) NOT NULL,
    "inspection_no" VARCHAR(40) NOT NULL DEFAULT '',
    "inspection_result" VARCHAR(20) NOT NULL DEFAULT 'QUALIFIED',
    "line_remark" VARCHAR(200) NOT NULL DEFAULT '',

    CONSTRAINT "inbound_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "contract_doc_no_key" ON "contract"("doc_no");

-- CreateIndex
CREATE UNIQUE INDEX "contract_contract_no_key" ON "contract"("contract_no");

-- CreateIndex
CREATE INDEX "contract_customer_id_created_at_id_idx" ON "contract"("customer_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "contract_status_created_at_id_idx" ON "contract"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "contract_created_at_id_idx" ON "contract"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "contract_year_seq_key" ON "contract"("year", "seq");

-- CreateIndex
CREATE INDEX "contract_line_product_id_idx" ON "contract_line"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "contract_line_contract_id_line_no_key" ON "contract_line"("contract_id", "line_no");

-- CreateIndex
CREATE UNIQUE INDEX "payment_instalment_contract_id_sort_no_key" ON "payment_instalment"("contract_id", "sort_no");

-- CreateIndex
CREATE UNIQUE INDEX "contract_submission_contract_id_submission_no_key" ON "contract_submission"("contract_id", "submission_no");

-- CreateIndex
CREATE UNIQUE INDEX "register_entry_contract_no_key" ON "register_entry"("contract_no");

-- CreateIndex
CREATE INDEX "contract_request_contract_id_idx" ON "contract_request"("contract_id");

-- CreateIndex
CREATE INDEX "credit_commitment_customer_id_idx" ON "credit_commitment"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "term_change_doc_no_key" ON "term_change"("doc_no");

-- CreateIndex
CREATE INDEX "term_change_customer_id_created_at_idx" ON "term_change"("customer_id", "created_at");

-- CreateIndex
CREATE INDEX "term_change_created_at_id_idx" ON "term_change"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_customer_code_key" ON "customer"("customer_code");

-- CreateIndex
CREATE UNIQUE INDEX "customer_name_key_key" ON "customer"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "customer_tax_id_key" ON "customer"("tax_id");

-- CreateIndex
CREATE INDEX "customer_owner_id_idx" ON "customer"("owner_id");

-- CreateIndex
CREATE INDEX "customer_contact_customer_id_idx" ON "customer_contact"("customer_id");

-- CreateIndex
CREATE INDEX "customer_address_customer_id_idx" ON "customer_address"("customer_id");

-- CreateIndex
CREATE INDEX "customer_former_name_customer_id_idx" ON "customer_former_name"("customer_id");

-- CreateIndex
CREATE INDEX "cooperation_fact_customer_id_effective_on_idx" ON "cooperation_fact"("customer_id", "effective_on");

-- CreateIndex
CREATE UNIQUE INDEX "intake_doc_no_key" ON "intake"("doc_no");

-- CreateIndex
CREATE INDEX "intake_received_at_id_idx" ON "intake"("received_at", "id");

-- CreateIndex
CREATE INDEX "intake_customer_id_received_at_idx" ON "intake"("customer_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "intake_line_intake_id_line_no_key" ON "intake_line"("intake_id", "line_no");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "signature_subject_id_signed_at_idx" ON "signature"("subject_id", "signed_at");

-- CreateIndex
CREATE INDEX "signature_delegation_id_idx" ON "signature"("delegation_id");

-- CreateIndex
CREATE INDEX "work_item_subject_id_idx" ON "work_item"("subject_id");

-- CreateIndex
CREATE INDEX "audit_event_subject_id_at_idx" ON "audit_event"("subject_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_at_id_idx" ON "audit_event"("at", "id");

-- CreateIndex
CREATE INDEX "attachment_subject_id_idx" ON "attachment"("subject_id");

-- CreateIndex
CREATE INDEX "comment_subject_id_idx" ON "comment"("subject_id");

-- CreateIndex
CREATE INDEX "print_record_subject_id_idx" ON "print_record"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_username_key" ON "person"("username");

-- CreateIndex
CREATE UNIQUE INDEX "account_link_token_hash_key" ON "account_link"("token_hash");

-- CreateIndex
CREATE INDEX "account_link_person_id_idx" ON "account_link"("person_id");

-- CreateIndex
CREATE INDEX "duty_assignment_person_id_duty_idx" ON "duty_assignment"("person_id", "duty");

-- CreateIndex
CREATE UNIQUE INDEX "delegation_doc_no_key" ON "delegation"("doc_no");

-- CreateIndex
CREATE INDEX "delegation_delegate_id_idx" ON "delegation"("delegate_id");

-- CreateIndex
CREATE INDEX "delegation_principal_id_idx" ON "delegation"("principal_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_product_code_key" ON "product"("product_code");

-- CreateIndex
CREATE UNIQUE INDEX "product_name_spec_drawing_no_material_coating_accuracy_grad_key" ON "product"("name", "spec", "drawing_no", "material", "coating", "accuracy_grade");

-- CreateIndex
CREATE UNIQUE INDEX "product_pack_product_id_unit_key" ON "product_pack"("product_id", "unit");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_doc_no_key" ON "receipt"("doc_no");

-- CreateIndex
CREATE INDEX "receipt_customer_id_registered_on_id_idx" ON "receipt"("customer_id", "registered_on", "id");

-- CreateIndex
CREATE INDEX "receipt_registered_on_id_idx" ON "receipt"("registered_on", "id");

-- CreateIndex
CREATE INDEX "receipt_allocation_receipt_id_idx" ON "receipt_allocation"("receipt_id");

-- CreateIndex
CREATE INDEX "receipt_allocation_contract_id_idx" ON "receipt_allocation"("contract_id");

-- CreateIndex
CREATE INDEX "ledger_entry_customer_id_entry_date_seq_idx" ON "ledger_entry"("customer_id", "entry_date", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_customer_id_seq_key" ON "ledger_entry"("customer_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_source_id_kind_key" ON "ledger_entry"("source_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "receivable_source_id_key" ON "receivable"("source_id");

-- CreateIndex
CREATE INDEX "receivable_customer_id_due_on_idx" ON "receivable"("customer_id", "due_on");

-- CreateIndex
CREATE INDEX "receivable_contract_id_idx" ON "receivable"("contract_id");

-- CreateIndex
CREATE INDEX "due_date_event_receivable_id_idx" ON "due_date_event"("receivable_id");

-- CreateIndex
CREATE INDEX "contract_funds_contract_id_idx" ON "contract_funds"("contract_id");

-- CreateIndex
CREATE INDEX "contract_funds_customer_id_idx" ON "contract_funds"("customer_id");

-- CreateIndex
CREATE INDEX "settlement_receivable_id_idx" ON "settlement"("receivable_id");

-- CreateIndex
CREATE INDEX "settlement_customer_id_idx" ON "settlement"("customer_id");

-- CreateIndex
CREATE INDEX "settlement_contract_id_idx" ON "settlement"("contract_id");

-- CreateIndex
CREATE INDEX "setting_key_effective_from_changed_at_idx" ON "setting"("key", "effective_from", "changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "bank_account_account_no_key" ON "bank_account"("account_no");

-- CreateIndex
CREATE UNIQUE INDEX "courier_code_key" ON "courier"("code");

-- CreateIndex
CREATE INDEX "clause_template_clause_key_idx" ON "clause_template"("clause_key");

-- CreateIndex
CREATE UNIQUE INDEX "shipping_notice_doc_no_key" ON "shipping_notice"("doc_no");

-- CreateIndex
CREATE INDEX "shipping_notice_contract_id_idx" ON "shipping_notice"("contract_id");

-- CreateIndex
CREATE INDEX "shipping_notice_status_required_ship_on_id_idx" ON "shipping_notice"("status", "required_ship_on", "id");

-- CreateIndex
CREATE INDEX "shipping_notice_created_at_id_idx" ON "shipping_notice"("created_at", "id");

-- CreateIndex
CREATE INDEX "shipping_notice_customer_id_created_at_idx" ON "shipping_notice"("customer_id", "created_at");

-- CreateIndex
CREATE INDEX "notice_line_contract_line_id_idx" ON "notice_line"("contract_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "notice_line_notice_id_line_no_key" ON "notice_line"("notice_id", "line_no");

-- CreateIndex
CREATE UNIQUE INDEX "outbound_slip_doc_no_key" ON "outbound_slip"("doc_no");

-- CreateIndex
CREATE UNIQUE INDEX "outbound_slip_red_of_id_key" ON "outbound_slip"("red_of_id");

-- CreateIndex
CREATE INDEX "outbound_slip_notice_id_idx" ON "outbound_slip"("notice_id");

-- CreateIndex
CREATE INDEX "outbound_slip_contract_id_idx" ON "outbound_slip"("contract_id");

-- CreateIndex
CREATE INDEX "outbound_slip_status_created_at_id_idx" ON "outbound_slip"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "outbound_slip_created_at_id_idx" ON "outbound_slip"("created_at", "id");

-- CreateIndex
CREATE INDEX "outbound_slip_customer_id_created_at_idx" ON "outbound_slip"("customer_id", "created_at");

-- CreateIndex
CREATE INDEX "slip_line_notice_line_id_idx" ON "slip_line"("notice_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "slip_line_slip_id_line_no_key" ON "slip_line"("slip_id", "line_no");

-- CreateIndex
CREATE INDEX "slip_reversal_slip_id_idx" ON "slip_reversal"("slip_id");

-- CreateIndex
CREATE UNIQUE INDEX "packing_list_doc_no_key" ON "packing_list"("doc_no");

-- CreateIndex
CREATE INDEX "packing_list_slip_id_idx" ON "packing_list"("slip_id");

-- CreateIndex
CREATE INDEX "packing_list_created_at_id_idx" ON "packing_list"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "packing_box_packing_list_id_box_no_key" ON "packing_box"("packing_list_id", "box_no");

-- CreateIndex
CREATE INDEX "packing_line_slip_line_id_idx" ON "packing_line"("slip_line_id");

-- CreateIndex
CREATE UNIQUE INDEX "packing_line_packing_list_id_line_no_key" ON "packing_line"("packing_list_id", "line_no");

-- CreateIndex
CREATE UNIQUE INDEX "waybill_doc_no_key" ON "waybill"("doc_no");

-- CreateIndex
CREATE INDEX "waybill_courier_id_waybill_no_idx" ON "waybill"("courier_id", "waybill_no");

-- CreateIndex
CREATE INDEX "waybill_created_at_id_idx" ON "waybill"("created_at", "id");

-- CreateIndex
CREATE INDEX "waybill_packing_list_packing_list_id_idx" ON "waybill_packing_list"("packing_list_id");

-- CreateIndex
CREATE UNIQUE INDEX "shipping_log_entry_slip_id_key" ON "shipping_log_entry"("slip_id");

-- CreateIndex
CREATE INDEX "shipping_log_entry_shipped_on_id_idx" ON "shipping_log_entry"("shipped_on", "id");

-- CreateIndex
CREATE INDEX "shipping_log_entry_customer_id_shipped_on_idx" ON "shipping_log_entry"("customer_id", "shipped_on");

-- CreateIndex
CREATE INDEX "shipping_log_entry_contract_id_idx" ON "shipping_log_entry"("contract_id");

-- CreateIndex
CREATE UNIQUE INDEX "shipping_log_entry_year_seq_key" ON "shipping_log_entry"("year", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_confirmation_doc_no_key" ON "receipt_confirmation"("doc_no");

-- CreateIndex
CREATE INDEX "receipt_confirmation_log_entry_id_idx" ON "receipt_confirmation"("log_entry_id");

-- CreateIndex
CREATE INDEX "stock_movement_product_id_moved_at_id_idx" ON "stock_movement"("product_id", "moved_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "stock_movement_source_line_id_kind_batch_no_bin_code_key" ON "stock_movement"("source_line_id", "kind", "batch_no", "bin_code");

-- CreateIndex
CREATE INDEX "stock_reservation_source_line_id_status_idx" ON "stock_reservation"("source_line_id", "status");

-- CreateIndex
CREATE INDEX "stock_reservation_contract_line_id_idx" ON "stock_reservation"("contract_line_id");

-- CreateIndex
CREATE INDEX "stock_reservation_consumed_by_line_id_idx" ON "stock_reservation"("consumed_by_line_id");

-- CreateIndex
CREATE INDEX "stock_reservation_product_id_status_idx" ON "stock_reservation"("product_id", "status");

-- CreateIndex
CREATE INDEX "stock_reservation_contract_id_idx" ON "stock_reservation"("contract_id");

-- CreateIndex
CREATE INDEX "stock_demand_product_id_idx" ON "stock_demand"("product_id");

-- CreateIndex
CREATE INDEX "stock_demand_contract_id_idx" ON "stock_demand"("contract_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_slip_doc_no_key" ON "inbound_slip"("doc_no");

-- CreateIndex
CREATE INDEX "inbound_slip_received_on_id_idx" ON "inbound_slip"("received_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_line_inbound_slip_id_line_no_key" ON "inbound_line"("inbound_slip_id", "line_no");

-- AddForeignKey
ALTER TABLE "contract_line" ADD CONSTRAINT "contract_line_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_instalment" ADD CONSTRAINT "payment_instalment_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_submission" ADD CONSTRAINT "contract_submission_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_request" ADD CONSTRAINT "contract_request_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_contact" ADD CONSTRAINT "customer_contact_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_address" ADD CONSTRAINT "customer_address_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_former_name" ADD CONSTRAINT "customer_former_name_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake_line" ADD CONSTRAINT "intake_line_intake_id_fkey" FOREIGN KEY ("intake_id") REFERENCES "intake"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "file_blob"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_link" ADD CONSTRAINT "account_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_assignment" ADD CONSTRAINT "duty_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_principal_id_fkey" FOREIGN KEY ("principal_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_pack" ADD CONSTRAINT "product_pack_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_allocation" ADD CONSTRAINT "receipt_allocation_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_line" ADD CONSTRAINT "notice_line_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "shipping_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbound_slip" ADD CONSTRAINT "outbound_slip_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "shipping_notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slip_line" ADD CONSTRAINT "slip_line_slip_id_fkey" FOREIGN KEY ("slip_id") REFERENCES "outbound_slip"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "packing_list" ADD CONSTRAINT "packing_list_slip_id_fkey" FOREIGN KEY ("slip_id") REFERENCES "outbound_slip"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "packing_box" ADD CONSTRAINT "packing_box_packing_list_id_fkey" FOREIGN KEY ("packing_list_id") REFERENCES "packing_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "packing_line" ADD CONSTRAINT "packing_line_packing_list_id_fkey" FOREIGN KEY ("packing_list_id") REFERENCES "packing_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waybill_packing_list" ADD CONSTRAINT "waybill_packing_list_waybill_id_fkey" FOREIGN KEY ("waybill_id") REFERENCES "waybill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waybill_packing_list" ADD CONSTRAINT "waybill_packing_list_packing_list_id_fkey" FOREIGN KEY ("packing_list_id") REFERENCES "packing_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_confirmation" ADD CONSTRAINT "receipt_confirmation_log_entry_id_fkey" FOREIGN KEY ("log_entry_id") REFERENCES "shipping_log_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_line" ADD CONSTRAINT "inbound_line_inbound_slip_id_fkey" FOREIGN KEY ("inbound_slip_id") REFERENCES "inbound_slip"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "receipt_confirmation_doc_no_key";

-- AlterTable
ALTER TABLE "receipt_confirmation" DROP COLUMN "doc_no";

-- CreateIndex
CREATE INDEX "production_task_contract_no_idx" ON "production_task"("contract_no");

-- CreateIndex
CREATE INDEX "preparation_order_contract_no_idx" ON "preparation_order"("contract_no");

-- CreateIndex
CREATE INDEX "shipping_notice_contract_no_idx" ON "shipping_notice"("contract_no");

-- CreateIndex
CREATE INDEX "outbound_slip_contract_no_idx" ON "outbound_slip"("contract_no");

-- CreateIndex
CREATE INDEX "packing_list_contract_no_idx" ON "packing_list"("contract_no");

-- CreateIndex
CREATE INDEX "shipping_log_entry_contract_no_idx" ON "shipping_log_entry"("contract_no");

-- CreateIndex
CREATE INDEX "inbound_slip_contract_no_idx" ON "inbound_slip"("contract_no");

-- CreateIndex
CREATE INDEX "inbound_slip_task_no_idx" ON "inbound_slip"("task_no");

-- CreateIndex
CREATE INDEX "walk_in_contract_no_idx" ON "walk_in"("contract_no");

-- Refusals of the last days, for the home page of who had submitted.
create index signature_refused_lately on signature (signed_at) where decision = 'REJECT';

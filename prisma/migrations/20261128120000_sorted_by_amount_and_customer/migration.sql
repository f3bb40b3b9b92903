-- CreateIndex
CREATE INDEX "contract_total_amount_id_idx" ON "contract"("total_amount", "id");

-- CreateIndex
CREATE INDEX "contract_customer_name_id_idx" ON "contract"("customer_name", "id");

-- CreateIndex
CREATE INDEX "acknowledgement_holder_acknowledged_at_opened_at_id_idx" ON "acknowledgement"("holder", "acknowledged_at", "opened_at", "id");

-- Rules that the database itself keeps, whoever writes.

-- One open work item of a kind for a subject; the home page asks by assignee, role and duty.
CREATE UNIQUE INDEX work_item_open ON work_item (kind, subject_id) WHERE closed_at IS NULL;
CREATE INDEX work_item_open_role ON work_item (role, due_on) WHERE closed_at IS NULL AND role IS NOT NULL;
CREATE INDEX work_item_open_duty ON work_item (duty, due_on) WHERE closed_at IS NULL AND duty IS NOT NULL;
CREATE INDEX work_item_open_assignee ON work_item (assignee_id, due_on) WHERE closed_at IS NULL AND assignee_id IS NOT NULL;
ALTER TABLE work_item ADD CONSTRAINT work_item_somebody
  CHECK (num_nonnulls(assignee_id, duty, role) = 1);

ALTER TABLE counter ADD CONSTRAINT counter_positive CHECK (last > 0);

-- Append-only: what happened stays.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contract_submission_append_only BEFORE UPDATE OR DELETE ON contract_submission
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipt_confirmation_append_only BEFORE UPDATE OR DELETE ON receipt_confirmation
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER setting_append_only BEFORE UPDATE OR DELETE ON setting
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A signature may only be voided.
CREATE FUNCTION signature_only_voided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - 'voided_at') IS DISTINCT FROM (to_jsonb(OLD) - 'voided_at') OR OLD.voided_at IS NOT NULL THEN
    RAISE EXCEPTION 'a signature can only be voided' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signature_only_voided BEFORE UPDATE ON signature
  FOR EACH ROW EXECUTE FUNCTION signature_only_voided();

-- Business rows are voided, cancelled or closed, never deleted (Q48).
DO $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['contract', 'register_entry', 'contract_request', 'intake', 'signature', 'attachment',
    'comment', 'print_record', 'customer', 'product', 'person', 'duty_assignment', 'delegation', 'term_change',
    'cooperation_fact', 'receipt', 'receivable', 'inbound_slip', 'shipping_notice', 'outbound_slip', 'slip_reversal',
    'packing_list', 'waybill', 'shipping_log_entry', 'counter']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      guarded || '_no_delete', guarded);
  END LOOP;
END $$;

-- Contract: a number exactly from EFFECTIVE on, in the year of its effective date, never changed (R1.1.5-N).
ALTER TABLE contract
  ADD CONSTRAINT contract_numbered_when_effective CHECK (
    (contract_no IS NULL) = (status IN ('DRAFT', 'PENDING_CHIEF', 'PENDING_DIRECTOR', 'CANCELLED'))),
  ADD CONSTRAINT contract_number_whole CHECK (
    num_nonnulls(contract_no, year, seq, effective_on) IN (0, 4)
    AND (contract_no IS NULL OR contract_no = 'LG' || year || '-' || lpad(seq::text, greatest(3, length(seq::text)), '0'))),
  -- Nobody checks what they drafted (R1.1.4-a).
  ADD CONSTRAINT contract_four_eyes CHECK (checked_by_id IS NULL OR NOT (checked_by_id = ANY (drafter_ids))),
  ADD CONSTRAINT contract_open_papers CHECK (open_papers >= 0),
  ADD CONSTRAINT contract_class_when_submitted CHECK (status = 'DRAFT' OR status = 'CANCELLED' OR contract_class IS NOT NULL);

CREATE FUNCTION contract_number_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.contract_no IS NOT NULL AND (NEW.contract_no, NEW.year, NEW.seq, NEW.effective_on)
    IS DISTINCT FROM (OLD.contract_no, OLD.year, OLD.seq, OLD.effective_on) THEN
    RAISE EXCEPTION 'the number of a contract never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contract_number_stays BEFORE UPDATE ON contract
  FOR EACH ROW EXECUTE FUNCTION contract_number_stays();

-- Signed business content does not change while it is pending or after.
CREATE FUNCTION contract_content_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  owner_status contract_status;
BEGIN
  SELECT status INTO owner_status FROM contract WHERE id = coalesce(NEW.contract_id, OLD.contract_id);
  IF owner_status = 'DRAFT' THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  IF TG_OP <> 'UPDATE' OR (NEW.product_id, NEW.quantity, NEW.unit_price, NEW.amount, NEW.delivery_on, NEW.line_kind)
    IS DISTINCT FROM (OLD.product_id, OLD.quantity, OLD.unit_price, OLD.amount, OLD.delivery_on, OLD.line_kind) THEN
    RAISE EXCEPTION 'lines are edited in drafts only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contract_line_content_stays BEFORE UPDATE OR DELETE ON contract_line
  FOR EACH ROW EXECUTE FUNCTION contract_content_stays();

-- Nothing is noticed beyond the line or delivered beyond the notices, whoever races (Q29).
ALTER TABLE contract_line
  ADD CONSTRAINT contract_line_quantities CHECK (
    delivered_qty >= 0 AND delivered_qty <= noticed_qty AND noticed_qty <= quantity),
  ADD CONSTRAINT contract_line_charges CHECK (
    line_kind = 'GOODS' OR (noticed_amount BETWEEN least(amount, 0) AND greatest(amount, 0)
      AND delivered_amount BETWEEN least(amount, 0) AND greatest(amount, 0))),
  ADD CONSTRAINT contract_line_goods_positive CHECK (line_kind <> 'GOODS' OR quantity > 0),
  ADD CONSTRAINT contract_line_split CHECK (
    supply_type IS NULL OR line_kind <> 'GOODS' OR qty_from_stock + qty_to_produce = quantity);

ALTER TABLE notice_line
  ADD CONSTRAINT notice_line_quantities CHECK (slipped_qty >= 0 AND slipped_qty <= quantity);

-- The department head is not the one who filled the slip (R1.2.2-b).
ALTER TABLE outbound_slip
  ADD CONSTRAINT outbound_slip_four_eyes CHECK (dept_head_by_id IS NULL OR dept_head_by_id <> prepared_by_id),
  -- No slip leaves with a violation that the director has not let go on this very slip (R1.3.1-e).
  ADD CONSTRAINT outbound_slip_exception_signed CHECK (
    cardinality(approved_violations) = 0 OR director_signature_id IS NOT NULL);

ALTER TABLE packing_line ADD CONSTRAINT packing_line_positive CHECK (packed_qty > 0);
ALTER TABLE receipt ADD CONSTRAINT receipt_positive CHECK (amount > 0);
ALTER TABLE delegation ADD CONSTRAINT delegation_dates CHECK (to_on >= from_on AND principal_id <> delegate_id);
ALTER TABLE company_profile ADD CONSTRAINT company_profile_single CHECK (id = 1);

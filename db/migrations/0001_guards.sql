-- What the database itself refuses, whatever code runs above it.

CREATE TRIGGER decision_reject_names_a_person BEFORE INSERT ON decision
WHEN NEW.to_stage = 'rejected' AND (
  NEW.member_id IS NULL
  OR NOT EXISTS (SELECT 1 FROM member WHERE id = NEW.member_id AND workspace_id = NEW.workspace_id AND disabled_at IS NULL)
  OR length(trim(coalesce(NEW.reason, ''))) = 0
  OR json_array_length(NEW.seen) = 0
)
BEGIN SELECT RAISE(ABORT, 'human_required: a rejection names a member, a reason and what was seen'); END;
--> statement-breakpoint
CREATE TRIGGER application_rejected_by_decision BEFORE UPDATE OF stage ON application
WHEN NEW.stage = 'rejected' AND OLD.stage <> 'rejected' AND 'rejected' IS NOT (
  SELECT to_stage FROM decision WHERE application_id = NEW.id ORDER BY rowid DESC LIMIT 1
)
BEGIN SELECT RAISE(ABORT, 'human_required: no human decision rejects this application'); END;
--> statement-breakpoint
CREATE TRIGGER application_not_born_rejected BEFORE INSERT ON application
WHEN NEW.stage = 'rejected'
BEGIN SELECT RAISE(ABORT, 'human_required: an application cannot arrive rejected'); END;
--> statement-breakpoint
CREATE TRIGGER decision_immutable BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'immutable: decision'); END;
--> statement-breakpoint
CREATE TRIGGER decision_kept BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'immutable: decision'); END;
--> statement-breakpoint
CREATE TRIGGER evaluation_immutable BEFORE UPDATE ON evaluation
BEGIN SELECT RAISE(ABORT, 'immutable: evaluation'); END;
--> statement-breakpoint
CREATE TRIGGER finding_immutable BEFORE UPDATE ON finding
BEGIN SELECT RAISE(ABORT, 'immutable: finding'); END;
--> statement-breakpoint
CREATE TRIGGER rubric_immutable BEFORE UPDATE ON rubric
BEGIN SELECT RAISE(ABORT, 'immutable: rubric'); END;
--> statement-breakpoint
CREATE TRIGGER criterion_immutable BEFORE UPDATE ON criterion
BEGIN SELECT RAISE(ABORT, 'immutable: criterion'); END;
--> statement-breakpoint
CREATE TRIGGER event_immutable BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'immutable: event'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entry_sealed_once BEFORE UPDATE ON audit_entry
WHEN OLD.chain_hash IS NOT NULL
  OR NEW.workspace_id IS NOT OLD.workspace_id OR NEW.seq IS NOT OLD.seq OR NEW.id IS NOT OLD.id
  OR NEW.actor IS NOT OLD.actor OR NEW.action IS NOT OLD.action OR NEW.subject IS NOT OLD.subject
  OR NEW.detail IS NOT OLD.detail OR NEW.created_at IS NOT OLD.created_at OR NEW.content_hash IS NOT OLD.content_hash
BEGIN SELECT RAISE(ABORT, 'immutable: audit_entry'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'immutable: audit_entry'); END;

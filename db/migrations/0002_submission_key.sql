DROP INDEX `application_retry`;--> statement-breakpoint
ALTER TABLE `application` ADD `submission_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `application_submission` ON `application` (`submission_key`);--> statement-breakpoint
CREATE INDEX `application_retry` ON `application` (`retry_at`) WHERE "application"."retry_at" is not null;--> statement-breakpoint
DROP INDEX `audit_unsealed`;--> statement-breakpoint
CREATE INDEX `audit_unsealed` ON `audit_entry` (`workspace_id`,`seq`) WHERE "audit_entry"."chain_hash" is null;
CREATE TABLE `application` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`job_id` text NOT NULL,
	`candidate_id` text NOT NULL,
	`external_id` text,
	`source` text NOT NULL,
	`state` text NOT NULL,
	`attention_reason` text,
	`stage` text NOT NULL,
	`epoch` integer NOT NULL,
	`lease_until` integer NOT NULL,
	`queued_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`retry_at` integer,
	`evaluation_id` text,
	`manual_reading` integer NOT NULL,
	`person_requested_at` integer,
	`consented_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `application_listing` ON `application` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `application_job` ON `application` (`workspace_id`,`job_id`,`id`);--> statement-breakpoint
CREATE INDEX `application_unfinished` ON `application` (`state`,`queued_at`);--> statement-breakpoint
CREATE INDEX `application_retry` ON `application` (`retry_at`);--> statement-breakpoint
CREATE TABLE `candidate` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`personal` text,
	`email_hash` text,
	`created_at` integer NOT NULL,
	`erased_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `candidate_email` ON `candidate` (`workspace_id`,`email_hash`);--> statement-breakpoint
CREATE TABLE `document` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`format` text,
	`pages` integer,
	`flags` text,
	`redacted_sha256` text,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_application` ON `document` (`application_id`,`kind`);--> statement-breakpoint
CREATE TABLE `evaluation` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`application_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`engine` text NOT NULL,
	`provisional` integer NOT NULL,
	`model` text,
	`prompt_version` text,
	`rubric_id` text NOT NULL,
	`rubric_version` integer NOT NULL,
	`seed` integer,
	`score` real NOT NULL,
	`recommendation` text NOT NULL,
	`fit_roles` text NOT NULL,
	`flags` text NOT NULL,
	`prompt_tokens` integer NOT NULL,
	`cached_tokens` integer NOT NULL,
	`completion_tokens` integer NOT NULL,
	`latency_ms` integer NOT NULL,
	`input_sha256` text NOT NULL,
	`supersedes` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evaluation_once` ON `evaluation` (`application_id`,`epoch`);--> statement-breakpoint
CREATE INDEX `evaluation_application` ON `evaluation` (`workspace_id`,`application_id`);--> statement-breakpoint
CREATE TABLE `explanation` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`evaluation_id` text NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`model` text NOT NULL,
	`prompt_version` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `explanation_language` ON `explanation` (`evaluation_id`,`language`);--> statement-breakpoint
CREATE TABLE `finding` (
	`evaluation_id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`criterion` text NOT NULL,
	`position` integer NOT NULL,
	`level` integer NOT NULL,
	`claimed_level` integer NOT NULL,
	`reason` text,
	`evidence` text NOT NULL,
	`flags` text NOT NULL,
	PRIMARY KEY(`evaluation_id`, `criterion`),
	FOREIGN KEY (`evaluation_id`) REFERENCES `evaluation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `prompt_version` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `criterion` (
	`rubric_id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`position` integer NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`description` text,
	`terms` text NOT NULL,
	`min_years` real,
	`min_degree` text,
	`min_language_level` text,
	`weight` real NOT NULL,
	`must_have` integer NOT NULL,
	PRIMARY KEY(`rubric_id`, `slug`),
	FOREIGN KEY (`rubric_id`) REFERENCES `rubric`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`slug` text NOT NULL,
	`external_id` text,
	`title` text NOT NULL,
	`department` text,
	`location` text,
	`country` text,
	`remote` integer NOT NULL,
	`employment_type` text NOT NULL,
	`language` text NOT NULL,
	`description` text NOT NULL,
	`salary` text,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	`closes_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `job_slug` ON `job` (`workspace_id`,`slug`);--> statement-breakpoint
CREATE INDEX `job_listing` ON `job` (`workspace_id`,`state`,`id`);--> statement-breakpoint
CREATE TABLE `rubric` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`job_id` text NOT NULL,
	`version` integer NOT NULL,
	`threshold` real NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rubric_version` ON `rubric` (`job_id`,`version`);--> statement-breakpoint
CREATE TABLE `audit_entry` (
	`workspace_id` text NOT NULL,
	`seq` integer NOT NULL,
	`id` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL,
	`created_at` integer NOT NULL,
	`content_hash` text NOT NULL,
	`chain_hash` text,
	PRIMARY KEY(`workspace_id`, `seq`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entry_id` ON `audit_entry` (`id`);--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit_entry` (`workspace_id`,`subject`);--> statement-breakpoint
CREATE INDEX `audit_unsealed` ON `audit_entry` (`chain_hash`,`workspace_id`,`seq`);--> statement-breakpoint
CREATE TABLE `event` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`type` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_id` ON `event` (`id`);--> statement-breakpoint
CREATE INDEX `event_feed` ON `event` (`workspace_id`,`seq`);--> statement-breakpoint
CREATE TABLE `idempotency_key` (
	`workspace_id` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer,
	`body` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_expiry` ON `idempotency_key` (`expires_at`);--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`application_id` text NOT NULL,
	`from_stage` text NOT NULL,
	`to_stage` text NOT NULL,
	`actor` text NOT NULL,
	`member_id` text,
	`reason` text,
	`evaluation_id` text,
	`seen` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_application` ON `decision` (`workspace_id`,`application_id`);--> statement-breakpoint
CREATE TABLE `note` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`application_id` text NOT NULL,
	`actor` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `note_application` ON `note` (`workspace_id`,`application_id`);--> statement-breakpoint
CREATE TABLE `api_key` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`member_id` text,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_key_hash` ON `api_key` (`hash`);--> statement-breakpoint
CREATE INDEX `api_key_workspace` ON `api_key` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `member_workspace` ON `member` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workspace_slug_unique` ON `workspace` (`slug`);
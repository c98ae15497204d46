CREATE TABLE `model_failure` (
	`pool` text NOT NULL,
	`code` text NOT NULL,
	`minute` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`pool`, `minute`, `code`)
);
--> statement-breakpoint
CREATE TABLE `workspace_limit` (
	`workspace_id` text NOT NULL,
	`pool` text NOT NULL,
	`at_once` integer NOT NULL,
	`steady` integer NOT NULL,
	`samples` integer NOT NULL,
	`late` integer NOT NULL,
	`window_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `pool`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `application` ADD `priority` integer;--> statement-breakpoint
CREATE INDEX `application_held` ON `application` (`workspace_id`,`lease_until`) WHERE lease_until > 0;--> statement-breakpoint
CREATE INDEX `application_waiting` ON `application` (`workspace_id`,priority IS NULL,`priority`,`job_id`,`id`) WHERE state = 'evaluating';--> statement-breakpoint
CREATE INDEX `application_again` ON `application` (`workspace_id`,priority IS NULL,`priority`,`job_id`,`id`) WHERE "application"."retry_at" is not null;--> statement-breakpoint
ALTER TABLE `evaluation` ADD `pool` text;--> statement-breakpoint
ALTER TABLE `evaluation` ADD `ttft_ms` integer;--> statement-breakpoint
ALTER TABLE `evaluation` ADD `queue_ms` integer;--> statement-breakpoint
ALTER TABLE `evaluation` ADD `inter_token_ms` real;
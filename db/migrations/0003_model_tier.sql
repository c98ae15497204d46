CREATE TABLE `model_tier` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`failures` integer NOT NULL,
	`cause` text,
	`opened_at` integer,
	`probe_at` integer NOT NULL,
	`version` integer NOT NULL
);

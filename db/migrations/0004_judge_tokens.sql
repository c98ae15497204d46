ALTER TABLE `application` ADD `judge_tokens` integer;--> statement-breakpoint
UPDATE `model_tier` SET `id` = 'batch' WHERE `id` = 'default';

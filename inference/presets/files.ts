/** Presets as files, and the page about them: written from the catalogue, never by hand. */
import { CHOICES } from "./catalogue.ts";
import { type Preset, presetOf } from "./preset.ts";

/** @returns contents by path from the repository's root */
export function generatedFiles(): Map<string, string> {
  const presets = CHOICES.map(presetOf);
  return new Map([
    ...presets.map((preset) => [`inference/presets/${preset.name}.json`, json(preset)] as const),
    ["docs/gpu-presets.md", page(presets)],
  ]);
}

const LINE_WIDTH = 110;

/** As the repository's formatter would leave it: a list that fits a line stands on one. */
const json = (preset: Preset) =>
  `${JSON.stringify(preset, null, 2).replace(
    /^(.*)\[\s+([^\]]*?)\s+\]/gm,
    (list, before: string, items: string) => {
      const line = `${before}[${items.replace(/\s*\n\s*/g, " ")}]`;
      return line.length < LINE_WIDTH ? line : list;
    },
  )}\n`;

const row = ({ name, cards, context, planned, grace_period_s, purpose }: Preset) =>
  `| [\`${name}\`](../inference/presets/${name}.json) | ${cards.join(", ")} | ${context.toLocaleString("en")} | ${planned.weights_gib} | ${planned.kv_bytes_per_token / 1024} | ${planned.kv_tokens.toLocaleString("en")} | ${planned.concurrent} | ${planned.footprint_gib} | ${grace_period_s} | ${purpose} |`;

const page = (presets: readonly Preset[]) => `# GPU presets

One file per kind of server in \`inference/presets/\`, read by the container at its start (\`PRESET=awq-8gb\`). Files and table are written by \`npm run gpu:plan -- --write\` from [the catalogue](../inference/presets/catalogue.ts); \`--check\` fails when they say something else.

Each preset is planned for the smallest of its cards. GiB are what CUDA reports, which is less than the gigabytes on the box: cards with in-line ECC (L4, A10, L40S, A40) give a sixteenth of them away.

| preset | cards | context | weights GiB | cache KiB a token | tokens that fit | full contexts at once | on the card GiB | grace period s | for |
|---|---|---|---|---|---|---|---|---|---|
${presets.map(row).join("\n")}

- **8 GB and 262,144 tokens never meet.** int4 weights leave an 8 GB card about 26,000 tokens of cache. The whole context takes 36 GiB of bf16 cache, or 18 GiB of FP8: with unquantised weights it needs a card with 47 GiB or more, or the FP8 cache on one with 44.
- \`awq\` and \`gptq\` are made by [the recipe](../inference/quantise/README.md); the embedding stays bf16 and, being tied to the output head, exists once. \`fp8\` is made by vLLM while it loads the bf16 weights. On cards before compute capability 8.9 FP8 weights save memory and not time.
- A cache of 26,000 tokens holds few jobs' shared heads beside the résumés in work. Work for such a card is handed out grouped by job: ten jobs found their heads every time that way, and also in turn with 16 at once ([measured](gpu-measured.md)); an earlier measurement of ten jobs in turn kept 71 %.
- On cards of 8 GB the cache has a fixed size (\`--kv-cache-memory-bytes\`); elsewhere it is what the card has left.
- The grace period is vLLM's \`--shutdown-timeout\`, long enough for the longest prompt on a slow card, and half a minute to end.

## A card that is not listed

\`\`\`
npm run gpu:plan -- --vram 24 --variant awq --context 32768
npm run gpu:plan -- --card l4 --variant bf16 --context 32768 --kv fp8
npm run gpu:plan -- --vram 20 --total-gib 19.6 --variant fp8 --json
\`\`\`

\`--vram\` takes the class and counts with its most common card, \`--card\` one of ${"`inference/memory/cards.ts`"}, \`--total-gib\` what \`torch.cuda.mem_get_info()\` gave on yours. \`--json\` prints one line: \`fits\`, \`weights_gib\`, \`kv_tokens\`, \`concurrent\` (requests of the full context at once), \`flags\`, and beside them what they follow from; where nothing fits, \`reason\` and \`advice\`. The exit code is 0 for an answer and 2 for a question it cannot read.

## How far to trust it

Weights and cache are arithmetic on the parameters' shapes. What vLLM needs beside them is worked out from the same shapes with four constants that are fitted to the recorded runs in \`inference/recorded/\` (one H100, vLLM 0.26.0), so agreement with those shows that one set of constants serves them all, not that it holds on other cards. \`inference/measure/\` records more; a test compares every record with the calculator.
`;

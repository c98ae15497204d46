/** Streams in vLLM's frames that answer what the bench asks; only their form matters. */
export function answerTo(body: string): string {
  const asked = JSON.parse(body) as { structured_outputs?: { grammar: string } };
  const grammar = asked.structured_outputs?.grammar ?? "";
  const text = grammar.includes('"es"') ? "Yes" : walk(grammar);
  const frames = [
    { choices: [{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }] },
    { choices: [{ index: 0, delta: { content: text }, finish_reason: "stop", logprobs: logprobs(text) }] },
    {
      choices: [],
      usage: {
        prompt_tokens: 2400,
        completion_tokens: 20,
        prompt_tokens_details: { cached_tokens: 992 },
      },
    },
  ];
  return `${frames.map((frame) => `data: ${JSON.stringify({ model: "m", ...frame })}\n\n`).join("")}data: [DONE]\n\n`;
}

const logprobs = (token: string) => ({ content: [{ token, logprob: 0, top_logprobs: [] }] });

/** Level 2 by line 1 for every criterion: the root rule's own marks, each with a verdict behind it. */
function walk(grammar: string): string {
  const root = /^root ::= (.*)$/m.exec(grammar)?.[1] ?? "";
  return root
    .replaceAll(" verdict", "+verdict")
    .split("+verdict")
    .map((mark) => mark.trim())
    .filter((mark) => mark !== "")
    .map((mark) => `${JSON.parse(mark) as string}2 1`)
    .join("");
}

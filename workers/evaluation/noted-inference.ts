import { type Completion, type CompletionRequest, type Inference, InferenceError } from "../routing/types.ts";

/** A question and as much of its answer as came, for the record of an evaluation that broke off. */
export interface NotedCall {
  request: CompletionRequest["messages"];
  output: string;
  model: string;
  seed: number | null;
  /** `answered`, the code of an InferenceError, or `ended` when the asker went away. */
  outcome: string;
}

/** The same model, with every call noted as it ends, also those whose answer nobody gets to see. */
export function notedInference(inference: Inference, notes: NotedCall[]): Inference {
  async function* stream(request: CompletionRequest): AsyncGenerator<string, Completion> {
    const note = {
      request: request.messages,
      output: "",
      model: inference.model,
      seed: request.seed ?? null,
      outcome: "ended",
    };
    notes.push(note);
    const pieces = inference.stream(request);
    try {
      for (;;) {
        const step = await pieces.next();
        if (step.done === true) {
          note.outcome = "answered";
          return step.value;
        }
        note.output += step.value;
        yield step.value;
      }
    } catch (error) {
      if (error instanceof InferenceError) note.outcome = error.code;
      throw error;
    } finally {
      await pieces.return(undefined as never);
    }
  }
  return {
    model: inference.model,
    stream,
    complete: async (request) => {
      const pieces = stream(request);
      for (;;) {
        const step = await pieces.next();
        if (step.done === true) return step.value;
      }
    },
  };
}

import { parseDescription } from "./description-blocks.ts";

/** The job's text as paragraphs and lists, marked with its own language for screen readers. */
export function Description({ text, language }: { text: string; language: string }) {
  return (
    <div class="prose" lang={language}>
      {parseDescription(text).map((block) => {
        if (block.kind === "lead") return <h2>{block.text}</h2>;
        if (block.kind === "bullets") {
          return (
            <ul>
              {block.items.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          );
        }
        return (
          <p>
            {block.lines.map((line, index) => (
              <>
                {index > 0 ? <br /> : null}
                {line}
              </>
            ))}
          </p>
        );
      })}
    </div>
  );
}

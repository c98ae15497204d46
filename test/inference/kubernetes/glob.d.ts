/** Vite's `import.meta.glob`, as far as the tests use it: contents of many files by path. */
interface ImportMeta {
  glob<T>(pattern: string, options: { eager: true; import: "default"; query?: string }): Record<string, T>;
}

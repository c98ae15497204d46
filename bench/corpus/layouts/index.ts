import { cards, darkPanel, flowingColumns, sidebar, stackedColumns, threeColumns } from "./columns.ts";
import { rowStream } from "./row-stream.ts";
import { europass, form, oneColumn } from "./single.ts";
import type { Layout } from "./types.ts";

/** Layouts that are printed to PDF. */
export const LAYOUTS = {
  one_column: oneColumn,
  two_columns_flow: flowingColumns,
  two_columns_stacks: stackedColumns,
  two_columns_by_rows: rowStream,
  sidebar,
  dark_panel: darkPanel,
  form,
  europass,
  three_columns: threeColumns,
  cards,
} as const satisfies Record<string, Layout>;
export type LayoutName = keyof typeof LAYOUTS;

/** What a word processor's import of HTML keeps. */
export const OFFICE_LAYOUTS = { one_column: oneColumn, form } as const satisfies Record<string, Layout>;

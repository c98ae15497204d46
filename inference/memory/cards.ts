/** Cards by class, with the memory that CUDA reports for them, which is less than what is printed on the box. */

export interface Card {
  name: string;
  /** The class: gigabytes in the card's name. */
  gb: number;
  /**
   * GiB that `torch.cuda.mem_get_info()` gives as total. The H100's is measured; those of the 12, 16 and 24 GB cards,
   * the RTX 6000 Ada and the L40S are the lowest readings in public error reports, rounded down; the rest are estimates
   * by the same share. `--total-gib` puts your own card's in. Cards with in-line ECC (L4, A10, L40S, A40) give a
   * sixteenth of their memory to it.
   */
  totalGib: number;
}

/** Of each class the first is the one that `--vram` stands for. */
export const CARDS: readonly Card[] = [
  { name: "rtx-4060", gb: 8, totalGib: 7.62 },
  { name: "rtx-3070", gb: 8, totalGib: 7.62 },
  { name: "rtx-4070", gb: 12, totalGib: 11.6 },
  { name: "rtx-3060", gb: 12, totalGib: 11.6 },
  { name: "rtx-a2000", gb: 12, totalGib: 11.5 },
  { name: "rtx-5080", gb: 16, totalGib: 15.48 },
  { name: "rtx-4060-ti", gb: 16, totalGib: 15.48 },
  { name: "rtx-4090", gb: 24, totalGib: 23.5 },
  { name: "rtx-3090", gb: 24, totalGib: 23.5 },
  { name: "l4", gb: 24, totalGib: 21.95 },
  { name: "a10", gb: 24, totalGib: 21.95 },
  { name: "rtx-5090", gb: 32, totalGib: 31.3 },
  { name: "a100-40", gb: 40, totalGib: 39.4 },
  { name: "rtx-6000-ada", gb: 48, totalGib: 47.4 },
  { name: "rtx-a6000", gb: 48, totalGib: 47.4 },
  { name: "l40s", gb: 48, totalGib: 44.4 },
  { name: "a40", gb: 48, totalGib: 44.4 },
  { name: "h100", gb: 80, totalGib: 79.1 },
  { name: "a100-80", gb: 80, totalGib: 79.1 },
  { name: "rtx-pro-6000", gb: 96, totalGib: 94.9 },
  { name: "h200", gb: 141, totalGib: 139.8 },
];

/** Of the cards above the smallest share of the printed gigabytes: what an unlisted card is taken for. */
const LEAST_SHARE = Math.min(...CARDS.map(({ gb, totalGib }) => totalGib / gb));

/** @returns the card that stands for a class; an unlisted size counts with the least usable share of all listed ones */
export function cardOfClass(gb: number): Card {
  const listed = CARDS.find((card) => card.gb === gb);
  return listed ?? { name: `${gb} GB`, gb, totalGib: Math.floor(gb * LEAST_SHARE * 100) / 100 };
}

/** @returns the card of that name, or null */
export const cardByName = (name: string): Card | null => CARDS.find((card) => card.name === name) ?? null;

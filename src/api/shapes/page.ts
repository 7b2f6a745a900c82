/** Keyset paging: lists of at most 200 rows (design §5), and an opaque cursor for what follows. */
import { z } from 'zod'

export const rowsMax = 200

/** The longest names of an event and their place, in base64. */
const cursorCharactersMax = 2_000

export const pageQuery = {
  after: z
    .string()
    .min(1)
    .max(cursorCharactersMax)
    .optional()
    .meta({ description: 'The value of "next" of the page before.' }),
  limit: z.coerce.number().int().min(1).max(rowsMax).default(50).meta({ description: 'Rows of this page.' }),
}

export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null when this is the last.' }),
  })

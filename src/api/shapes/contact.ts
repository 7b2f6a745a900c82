import { z } from 'zod'

export const contact = z
  .object({
    id: z.string(),
    number: z
      .string()
      .nullable()
      .meta({ description: 'Its middle hidden; null once the number is forgotten.' }),
  })
  .nullable()
  .meta({ description: 'Who was told: a contact who is no customer; null where it was the line itself.' })

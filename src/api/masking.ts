/** Numbers as staff and logs may see them: `+86138****8000` (FP-12). */

const middle = 4

/** Four digits before the last four are hidden; of a short number all but the last two. */
export function maskedNumber(number: string): string {
  if (number.length < 10) return `****${number.slice(-2)}`
  return `${number.slice(0, -4 - middle)}****${number.slice(-4)}`
}

/** Every run of seven and more digits within a text, e.g. a message of the database's. */
export const maskedText = (text: string): string => text.replace(/\+?\d{7,}/g, maskedNumber)

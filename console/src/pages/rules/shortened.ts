/** A template without its marks, as it reads. */
export const shortened = (text: string): string =>
  text.replaceAll(/\{%.*?%\}/g, '').replaceAll(/\{\{\s*([\w.]+).*?\}\}/g, '…')

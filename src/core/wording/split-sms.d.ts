/** The few lines of split-sms that our tests use as an oracle; the package brings no types. */
declare module 'split-sms' {
  export function split(message: string): {
    readonly characterSet: 'GSM' | 'Unicode'
    readonly bytes: number
    readonly parts: readonly { readonly content: string; readonly bytes: number }[]
  }
}

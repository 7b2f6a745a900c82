/** Customers opened since this page was loaded: in memory only, masked, gone with the page. */
export interface Opened {
  readonly account: string
  readonly lines: readonly string[]
}

const openedMax = 20
let opened: readonly Opened[] = []

export function rememberOpened(one: Opened): void {
  opened = [one, ...opened.filter(({ account }) => account !== one.account)].slice(0, openedMax)
}

/** Whoever sits down next is not to see them. */
export const forgetOpened = (): void => void (opened = [])

export const lately = (): readonly Opened[] => opened

/** The one cookie: the token of a session, for this site alone, out of reach of scripts. */
export const cookieName = 'kairos_session'

const form = /^[A-Za-z0-9_-]{43}$/

/** The token in a Cookie header; null when there is none of the right form. */
export function tokenIn(header: string | undefined): string | null {
  const pairs = (header ?? '').split(';').map(pair => pair.trim())
  const found = pairs.find(pair => pair.startsWith(`${cookieName}=`))
  const token = found?.slice(cookieName.length + 1) ?? ''
  return form.test(token) ? token : null
}

const attributes = (isSecure: boolean): string =>
  `Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`

/** Without a lifetime: it goes with the browser, the session by its own limits. */
export const tokenCookie = (token: string, isSecure: boolean): string =>
  `${cookieName}=${token}; ${attributes(isSecure)}`

export const goneCookie = (isSecure: boolean): string => `${cookieName}=; Max-Age=0; ${attributes(isSecure)}`

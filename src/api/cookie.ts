/**
 * Two cookies, out of reach of scripts. `kairos_session` is the token of a session, for this site alone. `kairos_ticket` is
 * there between leaving for the provider of identities and coming back from it, which is another site.
 */
export const cookieName = 'kairos_session'

const form = /^[A-Za-z0-9_-]{43}$/

/** The token in a Cookie header; null when there is none of the right form. */
export function tokenIn(header: string | undefined): string | null {
  const token = valueIn(header, cookieName)
  return form.test(token) ? token : null
}

function valueIn(header: string | undefined, name: string): string {
  const pairs = (header ?? '').split(';').map(pair => pair.trim())
  return pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}

const attributes = (isSecure: boolean): string =>
  `Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`

/** Without a lifetime: it goes with the browser, the session by its own limits. */
export const tokenCookie = (token: string, isSecure: boolean): string =>
  `${cookieName}=${token}; ${attributes(isSecure)}`

export const goneCookie = (isSecure: boolean): string => `${cookieName}=; Max-Age=0; ${attributes(isSecure)}`

const ticketName = 'kairos_ticket'
const ticketForm = /^[A-Za-z0-9_-]{1,2000}$/

const ticketAttributes = (isSecure: boolean): string =>
  `Path=/api/session/oidc; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`

export function ticketIn(header: string | undefined): string | null {
  const ticket = valueIn(header, ticketName)
  return ticketForm.test(ticket) ? ticket : null
}

export const ticketCookie = (ticket: string, isSecure: boolean): string =>
  `${ticketName}=${ticket}; ${ticketAttributes(isSecure)}`

export const goneTicket = (isSecure: boolean): string =>
  `${ticketName}=; Max-Age=0; ${ticketAttributes(isSecure)}`

/**
 * Every error that the API can answer with, once: `docs/errors.md` is made from this table (a test keeps
 * them equal). Codes are for programs and never change their meaning; titles and remedies are for people.
 */
export const problems = {
  'bad-request': {
    status: 400,
    title: 'The request is not valid HTTP.',
    remedy: 'Check the request line, the URL and the headers.',
  },
  'not-json': {
    status: 400,
    title: 'The body is not JSON in UTF-8.',
    remedy: 'Send one complete JSON value in UTF-8.',
  },
  'invalid-input': {
    status: 400,
    title: 'A part of the request is not as described in /openapi.json.',
    remedy: 'Mend the fields named in "faults".',
  },
  'refused-event': {
    status: 400,
    title: 'The event was refused; nothing was kept.',
    remedy: 'Mend the fields named in "faults" and send it again.',
  },
  'refused-batch': {
    status: 400,
    title: 'Not one event of the batch could be taken; nothing was kept.',
    remedy: 'Mend the events by the faults in "results" and send them again.',
  },
  'not-authenticated': {
    status: 401,
    title: 'No valid key came with the request, and nobody is signed in.',
    remedy: 'Send the header "Authorization: Bearer <key>", or sign in at POST /session.',
  },
  'sign-in-refused': {
    status: 401,
    title: 'Name, password or code is wrong.',
    remedy: 'Try again; an administrator can give a new password.',
  },
  'code-needed': {
    status: 401,
    title: 'This account asks for a code as well.',
    remedy: 'Send "code" too: the six digits that the authenticator shows now.',
  },
  'not-permitted': {
    status: 403,
    title: 'This caller may not do this.',
    remedy: 'Use a key or a role that has the scope named in "detail".',
  },
  csrf: {
    status: 403,
    title: 'The request does not come from our own page.',
    remedy: 'Send the header "x-kairos-csrf" with the value of "csrf" of GET /session, from the same host.',
  },
  'password-change-needed': {
    status: 403,
    title: 'The password is for one use.',
    remedy: 'Set one of your own at POST /session/password.',
  },
  'reason-needed': {
    status: 403,
    title: 'Looking at a customer needs a reason.',
    remedy: 'Open the customer at POST /customers/open and say why.',
  },
  'own-submission': {
    status: 403,
    title: 'Nobody reviews a version that they submitted.',
    remedy: 'Let somebody else review it.',
  },
  'own-request': {
    status: 403,
    title: 'Nobody approves what they asked for themselves.',
    remedy: 'Let somebody else approve it.',
  },
  'no-such-route': {
    status: 404,
    title: 'There is nothing at this address.',
    remedy: 'See /openapi.json for the routes.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing of this name.',
    remedy: 'Check the id; lists show what there is.',
  },
  'no-stage': {
    status: 404,
    title: 'This server has no stage with simulated customers.',
    remedy: 'Start "kairos demo"; its server has one.',
  },
  'wrong-method': {
    status: 405,
    title: 'This address does not take this method.',
    remedy: 'Use a method that the header "Allow" names.',
  },
  'body-too-slow': {
    status: 408,
    title: 'The body did not arrive in time.',
    remedy: 'Send it again, or in smaller pieces.',
  },
  'wrong-state': {
    status: 409,
    title: 'It is not in a state in which this can be done.',
    remedy: 'Look it up again; someone may have been faster.',
  },
  'dry-run-missing': {
    status: 409,
    title: 'No dry run of exactly this content has been finished.',
    remedy:
      'Make one at POST /rulebook/dry-runs or with "kairos rulebook dry-run VERSION", look at what it would change, then publish.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is larger than allowed.',
    remedy: 'Send it in smaller pieces, or facts as NDJSON.',
  },
  'too-many-events': {
    status: 413,
    title: 'The batch holds too many events.',
    remedy: 'Send at most 1,000 at once, or NDJSON.',
  },
  'url-too-long': {
    status: 414,
    title: 'A part of the address is longer than allowed.',
    remedy: 'Check the id in the address.',
  },
  'wrong-content-type': {
    status: 415,
    title: 'The body is of a content type that is not understood here.',
    remedy: 'Send one of the content types named in "detail", not compressed.',
  },
  'unknown-host': {
    status: 421,
    title: 'The request names a host that this server does not answer for.',
    remedy: 'Add the name to the setting "hosts" of the server, or use one that is listed there.',
  },
  'rulebook-faulty': {
    status: 422,
    title: 'The rulebook has faults; no version was made.',
    remedy: 'Mend the places named in "places".',
  },
  mandatory: {
    status: 422,
    title: 'Every customer must be told this; it cannot be blocked.',
    remedy: 'Block another kind of reminder: "detail" says why not this one.',
  },
  'weak-password': {
    status: 422,
    title: 'The password is too easy to guess.',
    remedy: 'Take another one: "detail" says why.',
  },
  'too-many-attempts': {
    status: 429,
    title: 'Too many attempts went wrong.',
    remedy: 'Try again after the seconds of "Retry-After".',
  },
  busy: {
    status: 429,
    title: 'More has come in than can be decided at once; nothing of this request was kept.',
    remedy: 'Send it again after the seconds of "Retry-After".',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are larger than allowed.',
    remedy: 'Send fewer or shorter headers.',
  },
  internal: {
    status: 500,
    title: 'A fault of this server.',
    remedy: 'Give "requestId" to whoever runs it; the cause is in its log.',
  },
  unavailable: {
    status: 503,
    title: 'The database does not answer; whether the request was kept is not certain.',
    remedy: 'Send it again after the seconds of "Retry-After": what was kept is recognised by source and id.',
  },
  'too-many-listeners': {
    status: 503,
    title: 'As many listen to the live feed as it can serve.',
    remedy: 'Close another one, or come back after the seconds of "Retry-After".',
  },
  'not-ready': {
    status: 503,
    title: 'The server is not ready.',
    remedy: 'Wait; "detail" says what is missing.',
  },
} as const satisfies Record<string, Problem>

interface Problem {
  readonly status: number
  readonly title: string
  readonly remedy: string
}

export type ProblemCode = keyof typeof problems

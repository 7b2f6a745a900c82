import type { Intent, No } from './plan.ts'

/**
 * Marketing needs consent (FP-02, NF-19); a kind that customers may switch off is not sent to those who did
 * (NF-17). Asked at planning and again at sending: a night may lie between, in which they say so. Kinds to be ordered first never come here unordered, see `intend.ts`.
 */
export function consents({ rule, line }: Pick<Intent, 'rule' | 'line'>): No | null {
  const { preferences } = line
  if (rule.class === 'marketing' && !preferences.marketingConsent) {
    return { reason: 'no-consent', note: 'the customer has not agreed to marketing' }
  }
  if (rule.choice !== null && preferences.unsubscribed.includes(rule.choice.kind)) {
    return { reason: 'unsubscribed', note: `the customer switched ${rule.choice.kind} off` }
  }
  return null
}

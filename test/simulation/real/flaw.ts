/** Ways in which what surrounds the core could break its word, planted behind its seams. */
export type RealFlaw = 'resends-in-doubt' | 'hands-over-twice' | 'loses-agenda' | 'loses-receipts'

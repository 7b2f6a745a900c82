/** Every row of the catalogue of requirements that a product can serve: each theme is numbered from 01 without a gap. */
export const themes: Readonly<Record<string, number>> = {
  // Ten touchpoints, and what they share.
  TP0: 22,
  TP1: 28,
  TP2: 35,
  TP3: 17,
  TP4: 22,
  TP5: 20,
  TP6: 19,
  TP7: 14,
  TP8: 20,
  TP9: 22,
  TP10: 11,
  // Their successors: touchpoints, strategies, evaluation, challenges, outlook.
  BT: 11,
  BS: 6,
  BE: 5,
  BC: 3,
  BO: 2,
  // Tariffs, stars, worked examples.
  TF0: 3,
  TF1: 5,
  TF2: 6,
  TF3: 4,
  TF4: 6,
  TF5: 3,
  TF6: 10,
  TF7: 6,
  TF8: 15,
  ST: 6,
  TX: 45,
  // Passwords and privacy, self-service channels, service ideas, systems.
  PW: 27,
  FP: 12,
  EC: 24,
  SI: 28,
  SY: 19,
  // Tools of analysis, qualities.
  GM: 6,
  FB: 4,
  BP: 6,
  NF: 30,
}

export const rows: readonly string[] = Object.entries(themes).flatMap(([theme, count]) =>
  Array.from({ length: count }, (_, n) => `${theme}-${String(n + 1).padStart(2, '0')}`),
)

/** An ID wherever it stands. */
export const idPattern = /\b(?:TP\d{1,2}|BT|BS|BE|BC|BO|TF\d|ST|TX|PW|FP|EC|SI|SY|GM|FB|BP|NF|CO)-\d{1,2}\b/g

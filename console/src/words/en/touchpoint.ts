export const touchpoint = {
  title: 'Touchpoints',
  hint: 'The service blueprint of each: who does what, where it may fail, and who answers for it.',
  back: '← All touchpoints',
  failurePoints_one: '{{count}} failure point',
  failurePoints: '{{count}} failure points',
  triggered_one: '{{n}} reminder triggered',
  triggered: '{{n}} reminders triggered',
  quiet: 'No reminder triggered yet.',
  choose: 'Choose a step to see its failure point, department and rules.',
  department: 'First responsible',
  measures: 'Step of the system',
  rules: 'Rules',
} as const

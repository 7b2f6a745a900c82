/** How it looks: paper and jade by day, the same by night. The style sheet takes its colours from here too. */
import { type ThemeConfig, theme } from 'antd'

export type Look = 'light' | 'dark'

interface Palette {
  readonly paper: string
  readonly surface: string
  readonly raised: string
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly jade: string
  readonly jadeSoft: string
  readonly amber: string
  readonly good: string
  readonly bad: string
  readonly rail: string
  readonly railInk: string
}

/** Text on its ground has a contrast of 4.5 : 1 and more (WCAG AA). */
export const palettes: Readonly<Record<Look, Palette>> = {
  light: {
    paper: '#f6f5f1',
    surface: '#ffffff',
    raised: '#fbfaf7',
    ink: '#1b2421',
    muted: '#5c6762',
    line: '#e3e0d7',
    jade: '#0f6b57',
    jadeSoft: '#e2efea',
    amber: '#8a5300',
    good: '#23703a',
    bad: '#b02a20',
    rail: '#10251f',
    railInk: '#cfe0d9',
  },
  dark: {
    paper: '#0f1513',
    surface: '#171f1c',
    raised: '#1c2622',
    ink: '#e4ebe7',
    muted: '#9aa8a1',
    line: '#2b3732',
    jade: '#58c4a5',
    jadeSoft: '#17332b',
    amber: '#f0b457',
    good: '#72c98a',
    bad: '#f2877d',
    rail: '#0a100e',
    railInk: '#b9cbc3',
  },
}

const fonts = "'Noto Sans SC Variable', system-ui, sans-serif"

export function themeOf(look: Look): ThemeConfig {
  const colours = palettes[look]
  return {
    algorithm: look === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colours.jade,
      colorInfo: colours.jade,
      colorLink: colours.jade,
      colorSuccess: colours.good,
      colorWarning: colours.amber,
      colorError: colours.bad,
      ...soft('Success', colours.good, colours.surface),
      ...soft('Warning', colours.amber, colours.surface),
      ...soft('Error', colours.bad, colours.surface),
      ...soft('Info', colours.jade, colours.surface),
      colorTextBase: colours.ink,
      colorBgBase: colours.surface,
      colorBgLayout: colours.paper,
      colorBorderSecondary: colours.line,
      colorTextPlaceholder: colours.muted,
      colorTextDescription: colours.muted,
      colorTextSecondary: colours.muted,
      colorTextTertiary: colours.muted,
      fontFamily: fonts,
      fontSize: 14,
      borderRadius: 8,
      // Dark letters on light jade read better than white ones.
      ...(look === 'dark' ? { colorTextLightSolid: '#08231b' } : {}),
    },
    components: {
      Table: { headerBg: colours.raised, cellPaddingBlockSM: 6 },
      Button: { primaryShadow: 'none', defaultShadow: 'none' },
    },
  }
}

/** Grounds and borders of notices, mixed by the browser: those that are derived from dark colours come out grey. */
const soft = (name: 'Success' | 'Warning' | 'Error' | 'Info', colour: string, ground: string) => ({
  [`color${name}Bg`]: `color-mix(in srgb, ${colour} 9%, ${ground})`,
  [`color${name}Border`]: `color-mix(in srgb, ${colour} 35%, ${ground})`,
})

/** The palette as variables of the style sheet. */
export function paint(look: Look): void {
  const { documentElement: page } = document
  page.dataset['look'] = look
  page.style.colorScheme = look
  for (const [name, colour] of Object.entries(palettes[look])) page.style.setProperty(`--${name}`, colour)
}

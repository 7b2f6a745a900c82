/**
 * Draws a chart: the parts of ECharts that we use and no others. As SVG, whose letters are those of the page, so that Chinese ones appear as
 * soon as their font is here.
 */
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkAreaComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { theme } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useChoices } from '../frame/choices.ts'
import { type Look, palettes } from '../frame/look.ts'
import type { ChartShape, ChartTone } from './chart.tsx'

use([BarChart, LineChart, GridComponent, LegendComponent, MarkAreaComponent, TooltipComponent, SVGRenderer])

/** As in bars of outcomes; by night a little lighter. */
const tones: Readonly<Record<Look, Readonly<Record<ChartTone, string>>>> = {
  light: {
    delivered: '#2d8a68',
    lost: '#d98538',
    withheld: '#b3bcb7',
    jade: '#0f6b57',
    amber: '#c98a1b',
    blue: '#4f83b8',
  },
  dark: {
    delivered: '#46a884',
    lost: '#e29a55',
    withheld: '#5c6a64',
    jade: '#58c4a5',
    amber: '#f0b457',
    blue: '#84b3e0',
  },
}

interface Asked {
  readonly shape: ChartShape
  readonly onChoose?: (place: number) => void
}

export function ChartDrawing({ shape, onChoose }: Asked): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(undefined)
  const choose = useRef(onChoose)
  const { look } = useChoices()
  const { token } = theme.useToken()
  const { i18n } = useTranslation()
  const { fontFamily, fontSizeSM } = token
  useEffect(() => {
    choose.current = onChoose
  }, [onChoose])
  useEffect(() => {
    const drawn = init(place.current, null, { renderer: 'svg' })
    chart.current = drawn
    // Anywhere in the column of a place, not only on its bar.
    drawn.getZr().on('click', ({ offsetX, offsetY }) => {
      if (!drawn.containPixel('grid', [offsetX, offsetY])) return
      const at = drawn.convertFromPixel({ xAxisIndex: 0 }, offsetX)
      choose.current?.(at)
    })
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(place.current!)
    return () => {
      watch.disconnect()
      drawn.dispose()
    }
  }, [])
  useEffect(() => {
    const style = { look, fontFamily, fontSize: fontSizeSM, language: i18n.language }
    chart.current?.setOption(optionOf(shape, style), { notMerge: true })
  }, [shape, look, fontFamily, fontSizeSM, i18n.language])
  return <div ref={place} className={onChoose === undefined ? 'drawn' : 'drawn openable'} />
}

interface Style {
  readonly look: Look
  readonly fontFamily: string
  readonly fontSize: number
  readonly language: string
}

function optionOf(
  { kind, places, series, chosen }: ChartShape,
  style: Style,
): Parameters<ECharts['setOption']>[0] {
  const { ink, line, muted, surface, jadeSoft } = palettes[style.look]
  const number = new Intl.NumberFormat(style.language)
  const mark =
    chosen === undefined
      ? {}
      : {
          markArea: {
            silent: true,
            itemStyle: { color: jadeSoft },
            data: [[{ xAxis: chosen }, { xAxis: chosen }]] as [{ xAxis: number }, { xAxis: number }][],
          },
        }
  return {
    animation: false,
    textStyle: { fontFamily: style.fontFamily, fontSize: style.fontSize },
    grid: { left: 4, right: 8, top: 34, bottom: 4, outerBoundsMode: 'same' },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8, textStyle: { color: muted }, icon: 'roundRect' },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: surface,
      borderColor: line,
      textStyle: { color: ink, fontFamily: style.fontFamily, fontSize: style.fontSize },
      axisPointer: { type: kind === 'lines' ? 'line' : 'shadow' },
      valueFormatter: (value: unknown) => number.format(Number(value)),
    },
    xAxis: {
      type: 'category',
      data: [...places],
      boundaryGap: kind !== 'lines',
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: muted, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: line } },
      axisLabel: { color: muted, formatter: (value: number) => number.format(value) },
    },
    series: series.map(({ name, tone, values }, at) => ({
      name,
      color: tones[style.look][tone],
      data: [...values],
      ...(kind === 'lines'
        ? { type: 'line' as const, showSymbol: false, lineStyle: { width: 2 }, areaStyle: { opacity: 0.1 } }
        : { type: 'bar' as const, stack: 'all', barMaxWidth: 28 }),
      ...(at === 0 ? mark : {}),
    })),
  }
}

/** Names of nobody in particular. */
import type { Language } from '../src/core/event/facts.ts'
import type { Chance } from './chance.ts'

const chinese = {
  family: '王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 林 罗 高'.split(' '),
  given: '伟 芳 敏 静 磊 洋 勇 艳 杰 娟 涛 明 霞 平 建国 志强 海燕 晓东 丽华 文博 雨桐 子涵 思远 佳怡'.split(
    ' ',
  ),
}

const english = {
  family: 'Adams Brown Clark Davies Evans Fisher Gray Hughes Irwin Jones'.split(' '),
  given: 'Alice Ben Clara David Emma Frank Grace Henry Iris Jack'.split(' '),
}

export function nameOf(language: Language, chance: Chance): string {
  return language === 'en'
    ? `${chance.pick(english.given)} ${chance.pick(english.family)}`
    : chance.pick(chinese.family) + chance.pick(chinese.given)
}

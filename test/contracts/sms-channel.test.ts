import { channelSuite } from './channel-suite.ts'
import { smsFarSide, window } from './sms-far-side.ts'

channelSuite({ name: 'SMPP, transceiver', window, excused: {}, farSide: () => smsFarSide() })
channelSuite({
  name: 'SMPP, transmitter and receiver',
  window,
  excused: {},
  farSide: () => smsFarSide({ binds: 'pair' }),
})

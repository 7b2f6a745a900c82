/**
 * Rows that no test names yet, with what is missing; and rows that ask for nothing to be built. A row that a test serves must not
 * stand here: the test of the table then says so.
 */
type Group = readonly [text: string, ids: string]

/** `TP1-22…28` is every row from the first to the last. */
export const toCome: readonly Group[] = [
  [
    'indicators by touchpoint and month, from surveys, samples and our own books',
    'TP0-17 TP0-18 TP4-15…19 TP5-14…16 TP6-14 NF-21 BE-01…04',
  ],
  ['coding of complaints and answers by cause and gap', 'GM-01 GM-03…06 FB-01 FB-02 FB-04 SY-13 SY-11'],
  [
    'the loop from complaint to cause, owner, action and check',
    'TP0-04 TP0-09 TP0-20 NF-13 TP3-10 TP3-11 EC-12…15 SI-01',
  ],
  ['reports of complaints against the baseline', 'TP0-05 SY-19'],
  [
    'monitors of how late codes are, how many answer expiry notices, how many lines come back; a test number by each gateway',
    'TP4-13 TP7-10',
  ],
  ['replies: codes are offered and kept, their answers come with the channels', 'NF-26'],
  ['the code channel: one-time codes with their ten seconds', 'TP7-06 PW-04 PW-26'],
  [
    'passwords: setting, changing, resetting, the way for emergencies',
    'PW-01…03 PW-05 PW-06 PW-08…12 PW-13 PW-16…20 PW-22 PW-23 PW-25',
  ],
  ['the first password of a kit card, once the code channel can blank it', 'TP1-02 PW-27'],
  ['telling of the service password at many contacts', 'PW-14 PW-15 PW-21 EC-23'],
  ['orders through Kairos: the confirmation is asked, the order is BOSS’s', 'FP-03'],
  ['a test that no export or screen gives data to others', 'FP-01 FP-04 FP-05'],
  ['advice on plans from figures, and before and after on a second screen', 'TP1-14 TP1-18 BC-03 BO-01'],
  ['the ways to top up among the opening messages', 'BT-02'],
  ['the app and messenger accounts as channels, a voice that answers', 'BO-02 SI-27'],
  ['one content in variants by channel: today all channels get the same text', 'BC-02'],
  ['the table of services, channels and proofs of identity', 'EC-01 EC-03 EC-05…08 EC-11'],
  [
    'a register that also refuses codes of products; today codes.yaml holds what messages offer',
    'EC-04 EC-02',
  ],
  ['text that leads to the website, care over several channels at once', 'EC-19 EC-21'],
  [
    'metering: prices, windows, gifts and caps by our own count',
    'TF1-01…05 TF2-01…06 TF3-01 TF3-02 TF4-01…06 TF5-01…03 TF6-01…05 TF6-10 TF7-04',
  ],
  ['worked example of metering', 'TX-01…20 TX-25…29'],
  ['sharing, exchange and gifts of data', 'TF8-01…08 TF8-12…14 TX-30…37'],
  ['packs that last longer than a month, the trading platform and its ways in', 'TF8-09…11 TF8-15'],
  ['ordering and booking: channels, hours, refusals with every reason', 'TF3-03 TF6-06…09 TF7-05 TX-21…23'],
  ['star levels rated by us; today they come as facts', 'ST-01…06 TX-24 TP9-16 SI-02'],
  ['dunning by split accounts, whose rules the source does not give', 'TP8-06'],
  ['restriction of good customers, which has rested since 2011', 'TP9-02'],
  [
    'credit grades: the standing comes as a fact, with an alarm where no warning had arrived',
    'TP9-05 TP9-15',
  ],
  ['a page of broadband that asks us what to show', 'TP9-11'],
  ['one place in which the offers of province and cities can be asked for', 'TP4-11 TP4-14'],
  ['a hand-over that is recorded', 'TP6-11'],
  ['names of sites in records, when systems allow', 'TP7-08 TP7-11'],
  ['effect on the same day, as far as BOSS allows it', 'TP2-22'],
  ['a load test beyond one city', 'NF-24'],
]

export const nothingAsked: readonly Group[] = [
  [
    'history of the source',
    'TP0-15 TP1-12 TP7-09 BE-05 BT-11 EC-09 EC-10 SY-02 SY-03 SY-05…08 SY-10 SY-12 SY-15 SY-16 SY-18 SI-05 SI-28 TF0-01…03 TF3-04',
  ],
  [
    'a goal, met by the rows on content, rules and arrival',
    'TP0-02 TP0-13 BT-01 BS-06 TP8-07 SI-16 SI-24 SI-06 SI-08 SI-11 SI-13',
  ],
  [
    'a matter of halls, websites and staff',
    'TP3-07 TP7-04 TP7-05 FB-03 SI-03 SI-04 SI-07 SI-09 SI-10 SI-14 SI-15 SY-09',
  ],
  ['a matter of BOSS, whose client we are', 'SY-01 SY-04'],
]

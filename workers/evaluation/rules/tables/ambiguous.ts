/**
 * Names of things that are also everyday words or letters. They count only in the spelling given, and not inside the
 * phrases given. Keys are lower case.
 */
export interface Ambiguous {
  /** Spellings that count; any other case is the everyday word. */
  spellings: readonly string[];
  /** Phrases around the name, matched without case, in which it is something else. */
  never: RegExp;
}

const NOTHING = /(?!)/u;

export const AMBIGUOUS: Readonly<Record<string, Ambiguous>> = {
  go: {
    spellings: ["Go", "GO"],
    never:
      /\bgo[- ]to[- ](?:market|person|guy|expert|resource)|\bgo-to\b|\bgo[- ](?:live|lives|getter|getters|ahead|kart|green|board|player|dan)\b|\b(?:game of|pokemon|let's) go\b/iu,
  },
  c: {
    spellings: ["C"],
    never:
      /\b(?:vitamin|series|grade|plan|class|category|level|hepatitis|section|part|group|option|type|usb|exhibit|klasse|fuhrerschein|stufe|kategorie|permis|niveau|objective|embedded objective)[- ]c\b|\bc[- ](?:level|suite|section|class|corp|x[eo]\b)|\bc\s*[&/]\s*[abd-zαβ]\b(?!\+\+)|°\s*c\b|\bc\.\s*(?:v\b|\d|a\.)|\bc\/o\b|\b[a-z]\.\s?c\b|\ba\s*,\s*b\s*,\s*c\b|\(c\)\s*\d|[a-z]\s?&\s?c\b/iu,
  },
  r: {
    spellings: ["R"],
    never: /\br\s*&\s*d\b|\br\.\s|\b[a-z]\.\s?r\b|\br\/3\b|\bh\s*&\s*r\b|\bp\s*&\s*r\b|\br\s*2\b/iu,
  },
  d: { spellings: ["D"], never: /\bd\s*&|&\s*d\b|\b[23][- ]?d\b|\bvitamin d\b|\bphase d\b|\bph\.?\s?d\b/iu },
  swift: {
    spellings: ["Swift", "SWIFT"],
    never:
      /\bswift (?:code|payment|payments|message|messages|transfer|transfers|network|mt\d+)|taylor swift/iu,
  },
  rust: { spellings: ["Rust"], never: /\brust (?:belt|removal|protection|prevention)/iu },
  spring: {
    spellings: ["Spring", "SPRING"],
    never: /\bspring (?:20\d\d|term|semester|break|internship|season|fair|campaign|cleaning|collection)/iu,
  },
  express: {
    spellings: ["Express", "Express.js", "ExpressJS"],
    never:
      /american express|express (?:delivery|shipping|train|mail|entry|logistics)|(?:dhl|orient|pony|intercity|federal|freight) express/iu,
  },
  spark: { spellings: ["Spark", "SPARK"], never: /\bspark (?:plug|joy|interest|ar\b)/iu },
  flask: { spellings: ["Flask"], never: NOTHING },
  dash: { spellings: ["Dash"], never: NOTHING },
  chef: {
    spellings: ["Chef"],
    never:
      /(?:sous|head|executive|pastry|private|line|junior|demi|le|du|der|als)[- ]chef|chef (?:de|d'|du|der|vom|at|in|und|and)\b/iu,
  },
  puppet: { spellings: ["Puppet"], never: /puppet (?:show|theatre|theater)/iu },
  ruby: { spellings: ["Ruby"], never: /ruby (?:red|tuesday|ring)/iu },
  rails: { spellings: ["Rails"], never: /british rails|hand ?rails|guard ?rails/iu },
  excel: {
    spellings: ["Excel", "EXCEL"],
    never: /\b(?:to|i|we|who|and|that) excel\b|\bexcel (?:at|in (?:a|an|my|the|fast|high))\b/iu,
  },
  access: { spellings: ["Access"], never: /access (?:control|to|point|management|rights)/iu },
  word: { spellings: ["Word"], never: /word of mouth|key ?word/iu },
  rest: {
    spellings: ["REST", "Rest", "RESTful", "Restful"],
    never: /\brest (?:of|day|assured|home|room|area|period)|\bthe rest\b/iu,
  },
  sass: { spellings: ["Sass", "SASS"], never: NOTHING },
  less: { spellings: ["Less", "LESS"], never: /\bless than\b/iu },
  dart: { spellings: ["Dart"], never: NOTHING },
  scala: { spellings: ["Scala", "SCALA"], never: /la scala/iu },
  julia: { spellings: ["Julia"], never: NOTHING },
  nest: { spellings: ["Nest", "NestJS", "Nest.js"], never: /google nest/iu },
  next: { spellings: ["Next", "Next.js", "NextJS"], never: /\bnext (?:to|step|year|generation|level)/iu },
  unity: { spellings: ["Unity"], never: NOTHING },
  ant: { spellings: ["Ant", "ANT"], never: /ant (?:financial|group|design)/iu },
  basic: {
    spellings: ["BASIC", "Basic"],
    never: /\bbasic (?:knowledge|understanding|skills|english|german|french|training|life)/iu,
  },
  pascal: { spellings: ["Pascal"], never: /blaise pascal/iu },
  make: { spellings: ["Make", "GNU make", "make"], never: /\bmake (?:sure|it|the|a|up|decisions)/iu },
  ts: { spellings: ["TS"], never: /\bts[- ]?1[0-9]/iu },
  js: { spellings: ["JS"], never: NOTHING },
  ai: { spellings: ["AI"], never: /adobe ai\b/iu },
  it: { spellings: ["IT"], never: NOTHING },
  hr: { spellings: ["HR"], never: NOTHING },
  pr: { spellings: ["PR"], never: /自己pr/iu },
};

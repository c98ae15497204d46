import { GIVEN_NAMES } from "../lexicons/given-names.ts";
import { LATIN_SURNAMES } from "../lexicons/latin-surnames.ts";
import { AMBIGUOUS_NAME_WORDS, ORGANISATION_WORDS } from "../lexicons/name-words.ts";
import { fold } from "../normalise.ts";

/** Firms, institutes and prizes that are called after persons. */
const EPONYMS: ReadonlySet<string> = new Set(
  "morgan stanley|charles schwab|arthur andersen|carl zeiss|robert bosch|max planck|karl marx|marie curie|victor hugo|calvin klein|ralph lauren|hugo boss|paul smith|louis vuitton|yves rocher|mary kay|jack daniels|eli lilly|levi strauss|oscar mayer|jeronimo martins|salvatore ferragamo|giorgio armani|otto bock|ernst klett|axel springer|heinrich boll|konrad adenauer|friedrich ebert|rosa luxemburg|albert schweitzer|miguel hernandez|alan turing|marshall mcluhan|leonardo da vinci|johns hopkins|george mason|george washington|carlos iii|saint laurent|christian dior|jean paul|mark twain|don bosco|dom bosco|santa clara|san jose|san francisco|santa cruz|alexander humboldt|johannes gutenberg|ludwig maximilian|martin luther|lockheed martin|aston martin|dow jones|raymond james|edward jones|thomas cook|john deere|john lewis|philip morris|merrill lynch|jones lang|russell reynolds|michael page|robert half|robert walters|roland berger|oliver wyman|booz allen|baker hughes|baker mckenzie|norton rose|grant thornton|clifford chance|hewlett packard|harley davidson|allen bradley|perkin elmer|becton dickinson|smith wesson|kirkland ellis|foster wheeler|williams racing|mercedes benz|rolls royce|mott macdonald|turner townsend|abercrombie fitch|tommy hilfiger|michael kors|marc jacobs|kate spade|vivienne westwood|stella mccartney|estee lauder|elizabeth arden|helena rubinstein|wells fargo|smith barney|franklin templeton|piper sandler|sullivan cromwell|marsh mclennan|arthur gallagher|jardine matheson|tate lyle|taylor wessing|wolters kluwer|thomson reuters|john wiley|simon schuster|warner bros|warner brothers|walter reed|john hancock|henry schein|ben sherman|fred perry|ted baker|paul hartmann|carl duisberg|justus liebig|otto hahn|robert koch|paul ehrlich|fritz haber|ernst moritz|ernst young|julius maximilian|franz schubert|pierre fabre|marie claire|jean moulin|claude bernard|louis pasteur|henri poincare|blaise pascal|joseph fourier|pablo olavide|rey carlos|carlos slim|simon bolivar|jose marti|getulio vargas|oswaldo cruz|santos dumont|luis vives|ramon llull|pompeu fabra|enrico fermi|guglielmo marconi|cristoforo colombo|alessandro volta|galileo galilei|luigi bocconi|marco polo|ermenegildo zegna|bottega veneta".split(
    "|",
  ),
);

const isGiven = (word: string): boolean =>
  GIVEN_NAMES.has(word) || (word.includes("-") && word.split("-").some((piece) => GIVEN_NAMES.has(piece)));

const isFamily = (word: string): boolean =>
  !AMBIGUOUS_NAME_WORDS.has(word) &&
  (LATIN_SURNAMES.has(word) ||
    (word.includes("-") && word.split("-").some((piece) => LATIN_SURNAMES.has(piece))));

/** True for firms and institutes that are called after a person: `Morgan Stanley`, `Northgate Partners`. */
export function namesFirm(parts: readonly string[]): boolean {
  const words = parts.map(fold);
  return EPONYMS.has(words.slice(0, 2).join(" ")) || ORGANISATION_WORDS.has(words.at(-1) ?? "");
}

/** True where a listed given name in front, or a listed family name at the end, makes Latin words a person. */
export function namesPerson(parts: readonly string[]): boolean {
  if (namesFirm(parts)) return false;
  const words = parts.map(fold);
  const [first = ""] = words;
  const given = isGiven(first) || (first.length === 1 && isGiven(words[1] ?? ""));
  return given || (words.length > 1 && isFamily(words.at(-1)!));
}

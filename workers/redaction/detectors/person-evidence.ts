import { GIVEN_NAMES } from "../lexicons/given-names.ts";
import { LATIN_SURNAMES } from "../lexicons/latin-surnames.ts";
import { AMBIGUOUS_NAME_WORDS, ORGANISATION_WORDS } from "../lexicons/name-words.ts";
import { fold } from "../normalise.ts";

/** Firms, institutes and prizes that are called after persons. */
const EPONYMS: ReadonlySet<string> = new Set(
  "morgan stanley|charles schwab|arthur andersen|carl zeiss|robert bosch|max planck|karl marx|marie curie|victor hugo|calvin klein|ralph lauren|hugo boss|paul smith|louis vuitton|yves rocher|mary kay|jack daniels|eli lilly|levi strauss|oscar mayer|jeronimo martins|salvatore ferragamo|giorgio armani|otto bock|ernst klett|axel springer|heinrich boll|konrad adenauer|friedrich ebert|rosa luxemburg|albert schweitzer|miguel hernandez|alan turing|marshall mcluhan|leonardo da vinci|johns hopkins|george mason|george washington|carlos iii|saint laurent|christian dior|jean paul|mark twain|don bosco|dom bosco|santa clara|san jose|san francisco|santa cruz|alexander humboldt|johannes gutenberg|ludwig maximilian|martin luther|lockheed martin|aston martin|dow jones|raymond james|edward jones|thomas cook|john deere|john lewis|philip morris|merrill lynch|jones lang|russell reynolds|michael page|robert half|robert walters|roland berger|oliver wyman|booz allen|baker hughes|baker mckenzie|norton rose|grant thornton|clifford chance|hewlett packard|harley davidson|allen bradley|perkin elmer|becton dickinson|smith wesson|kirkland ellis|foster wheeler|williams racing|mercedes benz|rolls royce|mott macdonald|turner townsend|abercrombie fitch|tommy hilfiger|michael kors|marc jacobs|kate spade|vivienne westwood|stella mccartney|estee lauder|elizabeth arden|helena rubinstein|wells fargo|smith barney|franklin templeton|piper sandler|sullivan cromwell|marsh mclennan|arthur gallagher|jardine matheson|tate lyle|taylor wessing|wolters kluwer|thomson reuters|john wiley|simon schuster|warner bros|warner brothers|walter reed|john hancock|henry schein|ben sherman|fred perry|ted baker|paul hartmann|carl duisberg|justus liebig|otto hahn|robert koch|paul ehrlich|fritz haber|ernst moritz|ernst young|julius maximilian|franz schubert|pierre fabre|marie claire|jean moulin|claude bernard|louis pasteur|henri poincare|blaise pascal|joseph fourier|pablo olavide|rey carlos|carlos slim|simon bolivar|jose marti|getulio vargas|oswaldo cruz|santos dumont|luis vives|ramon llull|pompeu fabra|enrico fermi|guglielmo marconi|cristoforo colombo|alessandro volta|galileo galilei|luigi bocconi|marco polo|ermenegildo zegna|bottega veneta|adolfo dominguez|ashok leyland|niels brock|maurice lacroix|renzo piano|frank lloyd|lakshmi machine".split(
    "|",
  ),
);

/** The first words of these: few names begin with one, so few are put together to be looked up. */
const EPONYM_OPENINGS: ReadonlySet<string> = new Set([...EPONYMS].map((name) => name.split(" ", 1)[0]!));

const isGiven = (word: string): boolean =>
  GIVEN_NAMES.has(word) || (word.includes("-") && word.split("-").some((piece) => GIVEN_NAMES.has(piece)));

const isFamily = (word: string): boolean =>
  !AMBIGUOUS_NAME_WORDS.has(word) &&
  (LATIN_SURNAMES.has(word) ||
    (word.includes("-") && word.split("-").some((piece) => LATIN_SURNAMES.has(piece))));

/** True for firms and institutes that are called after a person: `Morgan Stanley`, `Northgate Partners`. */
export const namesFirm = (parts: readonly string[]): boolean =>
  parts.length > 0 && isFirm(parts, fold(parts[0]!), fold(parts[parts.length - 1]!));

/** The same of parts of which the first and the last word are folded. Every eponym has a second word. */
function isFirm(parts: readonly string[], first: string, last: string): boolean {
  if (ORGANISATION_WORDS.has(last)) return true;
  return parts.length > 1 && EPONYM_OPENINGS.has(first) && EPONYMS.has(`${first} ${fold(parts[1]!)}`);
}

/** True where a listed given name in front, or a listed family name at the end, makes Latin words a person. */
export function namesPerson(parts: readonly string[]): boolean {
  if (parts.length === 0) return false;
  const first = fold(parts[0]!);
  const last = parts.length > 1 ? fold(parts[parts.length - 1]!) : first;
  if (isFirm(parts, first, last)) return false;
  if (isGiven(first) || (first.length === 1 && parts.length > 1 && isGiven(fold(parts[1]!)))) return true;
  return parts.length > 1 && isFamily(last);
}

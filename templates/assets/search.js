// Searches the site in the browser, without a server: the same words find the same events in the
// same order as `errkb search`. What the index holds, and how, is written by Sources/Site/Search;
// how queries are read and events ranked, by Sources/Index/Search, of which this is the other half:
// scores are whole numbers, so that both come to the same.
"use strict";
(() => {
  // What a search may load, about, in bytes of packed files: for words, for what has all of them, for
  // everything but the texts of results, and for these too. With this it stays below 60 KB.
  const roomForWords = 29000, roomForFirst = 37000, roomForAll = 48400, roomForTexts = 57800;
  // How large files are for the most, packed, by the first letters of their names; postings tell it
  // themselves and are packed so far, less so where there are thousands of characters.
  const usualSize = { w: 1850, t: 1300, n: 1700, e: 2000 }, packing = 0.58, hardPacking = 0.655;
  // Results that are shown.
  const limit = 10;

  // -- Files: scripts that hand their content over, since a page from a disk may fetch nothing else.

  const files = new Map(), arrivals = new Map();
  let spent = 0, room = 0;
  const canSpend = () => spent < room;
  globalThis.errkbSearch = { take: (key, ...content) => arrivals.get(key)?.(content) };

  // Loads a file of so many bytes, which are spent at once: others are asked for while it is under way.
  function load(key, address, size = 0) {
    if (!files.has(key)) {
      spent += size;
      files.set(key, new Promise((resolve, reject) => {
        arrivals.set(key, resolve);
        const script = document.createElement("script");
        script.src = address;
        script.onerror = () => {
          files.delete(key);
          reject(new Error(address));
        };
        document.head.append(script);
      }));
    }
    return files.get(key);
  }

  // Numbers as text: a character below 60 ends one, the other 31 go on.
  class Numbers {
    constructor(text) {
      this.text = text;
      this.at = 0;
    }
    get isAtEnd() { return this.at >= this.text.length; }
    next() {
      const code = this.text.charCodeAt(this.at++) - 0x23;
      const digit = code > 0x39 ? code - 1 : code;
      return digit < 60 ? digit : digit + 31 * this.next();
    }
    // What is left once all numbers are read.
    rest() { return this.text.slice(this.at); }
  }

  // -- Letters and words, as TextAnalysis has them.

  const mark = new RegExp("[\\xad\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2"
    + "\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc"
    + "\\u06df-\\u06e8\\u06ea-\\u06ed\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u200c-\\u200f\\u202a-\\u202e"
    + "\\u2060-\\u206f\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\ufeff]");
  const unspaced = new RegExp("[\\u0e01-\\u0e3a\\u0e40-\\u0e4e\\u0e81-\\u0ece\\u0edc-\\u0edf"
    + "\\u1000-\\u103f\\u1050-\\u108f\\u1100-\\u11ff\\u1780-\\u17d3\\u2e80-\\u2fdf\\u3005-\\u3007"
    + "\\u3021-\\u3029\\u3041-\\u309a\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u31bf\\u31f0-\\u31ff"
    + "\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua000-\\ua48c\\ua960-\\ua97f\\uac00-\\ud7ff\\uf900-\\ufaff"
    + "\\uff66-\\uffdc\\u{1b000}-\\u{1b2ff}\\u{20000}-\\u{3ffff}]", "u");
  const separator = /[\p{Z}\p{P}\p{S}\p{Cc}\p{Co}\p{Cs}\u200b]/u;
  const accent = /[\u0300-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]/;
  const lookalikes = { ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ı: "i", ð: "d", þ: "th", ħ: "h",
    ŧ: "t", ŋ: "n" };

  // A letter without case, accents, width and other forms.
  function folded(letter) {
    const code = letter.codePointAt(0);
    if (code < 0x80) return letter.toLowerCase();
    if (code >= 0x3400 && code < 0xa000 || code >= 0xac00 && code < 0xd7a4 || code > 0xffff) {
      return letter;
    }
    if (/\p{Nd}/u.test(letter)) {
      // Digits come in tens that begin at a code of the form xx0 or xx6.
      return String((code & 15) - (/\p{Nd}/u.test(String.fromCharCode(code & ~15)) ? 0 : 6));
    }
    const apart = letter.normalize("NFKD").toLowerCase().toUpperCase().toLowerCase();
    const kept = [...apart.normalize("NFKD")].map((each) => lookalikes[each] ?? each).join("");
    const text = [...kept]
      .filter((each) => /[\p{L}\p{N}\p{M}]/u.test(each) && !(/\p{Mn}/u.test(each)
        && accent.test(each)))
      .join("").normalize("NFC");
    return text && text.length <= 3 ? text : letter;
  }

  const kindOf = (letter) => mark.test(letter) ? "mark" : unspaced.test(letter) ? "unspaced"
    : separator.test(letter) ? "" : "letter";

  // The words of a text with their places: runs without blanks as pairs of characters that overlap
  // and the last one by itself.
  function analyse(text) {
    const tokens = [];
    let word = null, run = [];
    const end = () => {
      if (word?.term) tokens.push(word);
      run.forEach((character, index) => {
        const next = run[index + 1];
        tokens.push({
          kind: next ? "pair" : "last", term: character.term + (next?.term ?? ""),
          start: character.start, firstEnd: character.end, end: (next ?? character).end,
        });
      });
      word = null;
      run = [];
    };
    let start = 0;
    for (const letter of text) {
      const kind = kindOf(letter), stop = start + letter.length;
      if (kind === "letter") {
        if (run.length) end();
        word ??= { kind: "word", term: "", start };
        word.term += folded(letter);
        word.isPlain = (word.isPlain ?? true) && letter < "\x80";
        word.end = stop;
      } else if (kind === "unspaced") {
        if (word) end();
        const term = [...folded(letter)][0], last = run.at(-1);
        const whole = last && (last.term + term).normalize("NFC");
        if (whole && [...whole].length === 1) {
          Object.assign(last, { term: whole, end: stop });
        } else {
          run.push({ term, start, end: stop });
        }
      } else if (!kind) {
        end();
      }
      start = stop;
    }
    end();
    return tokens;
  }

  // -- Queries: words, "quoted phrases", -without and prefix*.

  const mostItems = 24, longestItem = 256;

  function readQuery(text) {
    const items = [];
    const pattern = /(-(?=[^\p{White_Space}]))?(?:"([^"]*)("?)(\*?)|([^\p{White_Space}"]+)|)/uy;
    const isBlank = /\p{White_Space}/u;
    let at = 0;
    while (at < text.length && items.length < mostItems) {
      if (isBlank.test(text[at])) {
        at += 1;
        continue;
      }
      pattern.lastIndex = at;
      const [all, minus, quoted, , star, plain = ""] = pattern.exec(text);
      at += Math.max(all.length, 1);
      const isPhrase = quoted !== undefined;
      let words = shortened(isPhrase ? quoted : plain), isPrefix = Boolean(star);
      if (!isPrefix && words.endsWith("*")) {
        isPrefix = true;
        words = words.slice(0, -1);
      }
      const item = { text: words, isPhrase, isExcluded: Boolean(minus), isPrefix };
      if (!items.some((other) => same(other, item))) items.push(item);
    }
    return items;
  }

  function shortened(text) {
    if (text.length * 3 <= longestItem) return text;
    return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, longestItem));
  }

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  // The name that an item may be of an event, or nothing: most words are of a language.
  function eventName(item) {
    if (item.isPhrase || item.isPrefix) return "";
    const name = item.isExcluded ? `-${item.text}`
      : item.text.match(/[A-Za-z0-9_-](?:.*[A-Za-z0-9_-])?/s)?.[0] ?? item.text;
    if (name.length > 128) return "";
    return (name.startsWith("-") ? /^-\d+$/ : /[0-9_]|^[A-Z]+$/).test(name) ? name : "";
  }

  // -- The index of one locale.

  const mostTerms = 24, mostPhrases = 16, longestPhrase = 32, rarest = 8;
  const lower = (name) => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const lastAtOrBelow = (value, sorted) => {
    let low = 0, high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= value) low = middle + 1; else high = middle;
    }
    return low - 1;
  };

  // Where a term stands, in pieces of so many rows; one that is everywhere also has a summary, which
  // tells rows and how strong the term is there, but not the places.
  class Posting {
    constructor(index, count, starts, pieces, block) {
      Object.assign(this, { index, count, starts, pieces, block });
    }
    get isCut() { return this.starts.length > 1; }
    // Loads what tells whether it is in some rows, or in which it is at all; nothing where too much
    // has been loaded already.
    async loadFor(rows) {
      if (!this.isCut) return this.loadPiece(0);
      const pieces = new Set((rows ?? []).map((row) => this.pieceOf(row)));
      // A few pieces are less than what tells of all.
      if (!rows || pieces.size > 3) return this.loadSummary();
      await Promise.all([...pieces].map((number) => this.loadPiece(number)));
    }
    async loadPiece(number) {
      if (number < 0 || this.pieces[number]) return;
      const text = await this.index.block(this.block + number);
      if (text) this.pieces[number] = this.index.places(text);
    }
    async loadSummary() {
      const text = !this.summary && await this.index.block(this.block + this.starts.length);
      if (!text) return;
      const numbers = new Numbers(text), summary = new Map();
      for (let row = 0; !numbers.isAtEnd;) summary.set(row += numbers.next(), numbers.next());
      this.summary = summary;
    }
    pieceOf(row) { return lastAtOrBelow(row, this.starts); }
    // The places in a row; undefined where that is not known.
    hits(row) {
      const number = this.pieceOf(row), piece = this.pieces[number];
      if (number < 0 || piece || this.summary?.has(row) === false) return piece?.get(row) ?? [];
      return undefined;
    }
    has(row) {
      const hits = this.hits(row);
      return hits ? hits.length > 0 : this.summary?.has(row);
    }
    // All rows; undefined where they are not known.
    rows() {
      if (this.summary) return [...this.summary.keys()];
      return this.isCut ? undefined : this.pieces[0] && [...this.pieces[0].keys()];
    }
    strength(row) {
      const hits = this.hits(row);
      return hits ? this.index.strength(hits) : this.summary?.get(row) ?? 0;
    }
  }

  class Index {
    // An index by the address of its first file.
    static async open(locale, address) {
      const index = new Index();
      const [meta] = await load(`${locale}/index`, address);
      Object.assign(index, meta, { shards: new Map() });
      index.base = address.slice(0, address.lastIndexOf("/") + 1) + `${index.folder}/`;
      const numbers = new Numbers(index.blocks);
      const ratio = unspaced.test(index.words.at(-1)) ? hardPacking : packing;
      Object.assign(index, { firstBlocks: [], sizes: [] });
      while (!numbers.isAtEnd) {
        index.firstBlocks.push((index.firstBlocks.at(-1) ?? 0) + numbers.next());
        index.sizes.push((numbers.next() * 256 + 128) * ratio);
      }
      return index;
    }
    // One of its files; null where it is not there yet and there is no room for it.
    file(name, most = Infinity, size = usualSize[name[0]]) {
      const key = `${this.locale}/${name}`;
      if (!files.has(key) && spent + size > most) return null;
      return load(key, `${this.base}${name}.js`, size);
    }

    // One of the postings that are too long to stand beside their words, or null.
    async block(number) {
      const file = lastAtOrBelow(number, this.firstBlocks);
      const blocks = await this.file(`p${file}`, room, this.sizes[file]);
      return blocks && blocks[number - this.firstBlocks[file]];
    }

    // The places of each row, columns in the high bits, from rows one after another.
    places(text, numbers = new Numbers(text), count = Infinity) {
      const piece = new Map();
      for (let row = 0; count > 0 && !numbers.isAtEnd; count -= 1) {
        row += numbers.next();
        const hits = [], isPage = row % (1 << this.partBits) > 0, first = numbers.next();
        let left = isPage ? first : first & 1 ? first >> 1 : 0;
        let place = isPage ? numbers.next() * column + numbers.next()
          : first & 1 ? numbers.next() : first >> 1;
        for (hits.push(place); left > 0; left -= 1) {
          const step = numbers.next();
          if (!isPage) place += step;
          else if (step & 1) place = (Math.floor(place / column) + (step >> 1)) * column + numbers.next();
          else place += step >> 1;
          hits.push(place);
        }
        piece.set(row, hits);
      }
      return piece;
    }

    // What there is of a word or term; nothing where there is none, null where that is not known.
    async entry(text) {
      const shard = await this.shard(this.shardOf(text));
      return shard && shard.get(text);
    }
    // All words and terms with a beginning, as far as they are known.
    async entriesFrom(text) {
      const numbers = [this.shardOf(text)];
      while (this.words[numbers.at(-1) + 1]?.startsWith(text)) numbers.push(numbers.at(-1) + 1);
      const shards = await Promise.all(numbers.map((number) => this.shard(number)));
      return shards.flatMap((shard) => shard ? [...shard.values()] : [])
        .filter(({ key }) => key.startsWith(text));
    }
    shardOf(text) { return Math.max(lastAtOrBelow(text, this.words), 0); }
    async shard(number) {
      if (!this.shards.has(number)) {
        const parts = await this.file(`w${number}`, Math.min(room, roomForWords));
        if (!parts) return null;
        if (!this.shards.has(number)) this.shards.set(number, this.readWords(...parts));
      }
      return this.shards.get(number);
    }
    readWords(keys, words, postings) {
      const shard = new Map(), forms = words.split(" "), numbers = new Numbers(postings);
      let key = "", block = 0;
      keys.split(" ").forEach((text, place) => {
        const shared = new Numbers(text), length = shared.next();
        key = key.slice(0, length) + shared.rest();
        const entry = { key, terms: [], rows: 0, most: 0 };
        for (const form of forms[place] ? forms[place].split("!") : []) {
          const parts = new Numbers(form), rows = parts.next(), kept = key.length - parts.next();
          entry.terms.push([key.slice(0, kept) + parts.rest(), rows]);
        }
        const head = numbers.next(), count = head >> 2;
        if (head) {
          if ((head & 3) === 0) {
            entry.posting = new Posting(this, count, [0], [this.places("", numbers, count)]);
          } else {
            block += numbers.next();
            const starts = [0];
            if ((head & 3) === 2) {
              for (let left = numbers.next(); left > 0; left -= 1) {
                starts.push(starts.at(-1) + numbers.next());
              }
            }
            entry.posting = new Posting(this, count, starts, [], block);
          }
          if (!entry.terms.length) {
            entry.terms.push([key, unspaced.test(key) && count >= 2 * rarest ? count : 0]);
          }
        }
        shard.set(key, entry);
      });
      return shard;
    }
    // A word of a text in shards that are there, as its terms.
    knownTerms(term) {
      return this.shards.get(this.shardOf(term))?.get(term)?.terms.map(([text]) => text) ?? [term];
    }

    // The term of a word that no text has: what words with such an ending come to, if that is there.
    async stem(word) {
      if (!this.isStemmed || !/[^0-9]/.test(word)) return word;
      const [text] = await this.file("endings");
      this.endings ??= new Map(text.split(" ").map((entry) => {
        const [ending, action] = entry.split("!"), numbers = new Numbers(action);
        return [ending, [numbers.next(), numbers.rest()]];
      }));
      for (let start = Math.max(0, word.length - 10); start <= word.length; start += 1) {
        const [cut, added] = this.endings.get(word.slice(start)) ?? [];
        if (cut === undefined || cut >= word.length) continue;
        const term = word.slice(0, word.length - cut) + added;
        if ((await this.entry(term))?.posting) return term;
      }
      return word;
    }

    // The events that a name means: those with that ID, else that of a source, else by symbolic name.
    async named(name) {
      const find = async (text) => {
        const shard = Math.max(lastAtOrBelow(text, this.names), 0);
        const [entries = ""] = this.names.length ? await this.file(`n${shard}`) : [];
        const [, ids = "", symbols = ""] = entries.split(" ").map((entry) => entry.split("!"))
          .find(([key]) => key === text) ?? [];
        return [ids, symbols].map((list) => {
          const numbers = new Numbers(list), events = [];
          while (!numbers.isAtEnd) events.push(numbers.next() + (events.at(-1) ?? 0));
          return events;
        });
      };
      const [ids, symbols] = await find(lower(name));
      if (ids.length) return ids;
      const [, source, id] = lower(name).match(/^(.*)_(.*)$/s) ?? [];
      const own = (id ? (await find(id))[0] : [])
        .filter((event) => lower(this.source(event)[0]) === source);
      return own.length ? own : symbols;
    }
    source(event) { return this.sources.findLast(([, , first]) => first <= event); }

    // How strong the hits of one phrase in a row are.
    strength(hits) {
      let strength = 0, previous = -1;
      for (const place of hits.slice(0, mostHits)) {
        const number = Math.floor(place / column), weight = this.weights[number];
        const offset = place % column;
        strength += number === previous ? Math.floor(weight / 4) : weight;
        if (number <= lastEarly && number !== previous && offset < early) {
          strength += Math.floor(weight * (early - offset) / (4 * early));
        }
        previous = number;
      }
      return strength;
    }
  }

  // -- What a query comes to: units, of which any phrase will do, each a row of terms.

  class Compiler {
    constructor(index) { this.index = index; }

    async units(items) {
      const units = [];
      for (const unit of await Promise.all(items.map((item) => this.unit(item)))) {
        if (unit && !units.some((other) => same(other, unit))) units.push(unit);
      }
      return units;
    }

    // The tokens of an item and what may stand at the place of each.
    async steps(item) {
      const all = analyse(item.text), steps = [];
      const tokens = all.slice(0, longestPhrase).filter(({ kind }, place) =>
        // The last character of a run ends the pair before it; in the text the run may go on.
        !(kind === "last" && place > 0 && all[place - 1].kind === "pair"
          && place === all.length - 1));
      // Of a long run every other pair says most, should there be no room for all.
      const order = [...tokens.keys()].sort((one, other) => one % 2 - other % 2 || one - other);
      await Promise.all(order.map(async (place) => {
        const isLast = place === all.length - 1;
        steps[place] = await this.step(tokens[place], isLast && item.isPrefix, isLast);
      }));
      return { tokens, steps, isSingle: all.length === 1 };
    }

    async unit(item) {
      const { tokens, steps, isSingle } = await this.steps(item), known = steps.filter(Boolean);
      if (!known.length) return null;
      return {
        phrases: this.phrases(steps), isExcluded: item.isExcluded,
        rows: Math.min(...known.map(({ rows }) => rows)),
        isDivisible: !item.isPhrase && !item.isExcluded && steps.length > 1,
        isWeak: !item.isPhrase && isSingle && this.isQuestionWord(tokens[0].term),
      };
    }

    async pieces(item) {
      const { tokens, steps } = await this.steps(item), units = [];
      tokens.forEach(({ kind, term }, place) => {
        if (!steps[place] || kind === "last" && tokens[place - 1]?.kind === "pair") return;
        const unit = {
          phrases: this.phrases([steps[place]]), isExcluded: false, rows: steps[place].rows,
          isDivisible: false,
          isWeak: kind === "pair" ? /[\u3041-\u309f]/.test(term) : this.isQuestionWord(term),
        };
        if (!units.some((other) => same(other, unit))) units.push(unit);
      });
      return units;
    }

    isQuestionWord(word) {
      return [...word].length === 1 && word > "9" && word < "\x80"
        || this.index.questionWords.includes(` ${word} `);
    }

    // The terms of a token, what they may begin with, and about how many rows they stand in; null
    // where that is not known.
    async step({ kind, term, isPlain }, isPrefix, isLast) {
      const entry = await this.index.entry(term);
      if (entry === null) return null;
      const rows = entry?.terms.reduce((sum, [, count]) => sum + count, 0) ?? 0;
      if (kind !== "word") {
        const isBeginning = kind === "last" && isLast;
        return { terms: isBeginning ? [] : [term], prefix: isBeginning ? term : undefined,
          rows: Math.max(rows, rarest) };
      }
      if (isPrefix) return this.prefixStep(term);
      const terms = entry?.terms.map(([text]) => text) ?? [];
      if (!terms.length) terms.push(await this.index.stem(term));
      // With its accents it is spelled as texts have it: it may be a term of its own.
      if (!isPlain && entry?.posting && !rows && !terms.includes(term)) terms.unshift(term);
      return { terms: terms.slice(0, mostTerms), rows: Math.max(rows, rarest) };
    }

    async prefixStep(prefix) {
      const terms = new Set();
      let most = rarest;
      for (const entry of await this.index.entriesFrom(prefix)) {
        for (const [term, rows] of entry.terms) {
          if (!rows) continue;
          if (!term.startsWith(prefix)) terms.add(term);
          most = Math.max(most, rows);
        }
      }
      return { terms: [...terms].slice(0, mostTerms), prefix, rows: most };
    }

    // Every way to walk through the steps, as far as there are not too many.
    phrases(steps) {
      let phrases = [{ terms: [], isPrefix: false }];
      for (const step of steps) {
        const longer = [], { terms, prefix } = step ?? { terms: [null] };
        for (const phrase of phrases) {
          for (const term of terms) longer.push({ terms: [...phrase.terms, term], isPrefix: false });
          if (prefix) longer.push({ terms: [...phrase.terms, prefix], isPrefix: true });
        }
        phrases = longer.slice(0, steps.length === 1 ? mostTerms + 1 : mostPhrases);
      }
      return phrases;
    }
  }

  // -- Ranking, in whole numbers.

  // A column is worth so many words; places in it are counted from its first.
  const column = 2 ** 24;
  const mostHits = 24, early = 8, lastEarly = 2, half = 24, near = 6;
  const few = 10, longQuestion = 3, mostPieces = 16, fewEnough = 2048;

  const logarithm = (number) => {
    const bits = Math.floor(Math.log2(number));
    return bits * 16 + Math.floor(number * 16 / 2 ** bits) - 16;
  };

  class Ranking {
    constructor(index) {
      this.index = index;
      this.compiler = new Compiler(index);
    }

    async rank(items) {
      const units = await this.compiler.units(items);
      const wanted = units.filter((unit) => !unit.isExcluded);
      const excluded = units.filter((unit) => unit.isExcluded);
      if (!wanted.length) return { events: [], units: [], isExact: true };
      const isQuestion = wanted.length >= longQuestion;
      if (isQuestion || wanted.some((unit) => unit.isDivisible)) room = roomForFirst;
      const found = await this.collect(wanted, true, excluded);
      room = roomForAll;
      if (found.events.length && !(isQuestion && found.events.length < few)) {
        return found.isExact ? found : this.ranked(found.candidates, found.query);
      }

      const pieces = await this.looser(items);
      if (!pieces.length || pieces.length === 1 && same(pieces, wanted)) return found;
      const others = await this.collect(pieces, false, excluded);
      const least = Math.floor((others.events[0]?.score ?? 0) / 3);
      others.events = others.events.filter(({ score }) => score >= least);
      return others.events.length ? others : found;
    }

    // The most telling pieces of a query whose parts are not found together.
    async looser(items) {
      const pieces = [];
      for (const item of items.filter(({ isExcluded }) => !isExcluded)) {
        if (item.isPhrase) {
          const unit = await this.compiler.unit(item);
          if (unit) pieces.push(unit);
        } else {
          for (const piece of await this.compiler.pieces(item)) {
            if (!pieces.some((other) => same(other, piece))) pieces.push(piece);
          }
        }
      }
      const common = Math.max(Math.floor(this.index.rows / 4), fewEnough);
      const strong = pieces.filter((piece) => !piece.isWeak && piece.rows <= common);
      const kept = strong.length ? strong : pieces;
      const rarestFirst = [...kept].sort((one, other) => one.rows - other.rows);
      const most = new Set(rarestFirst.slice(0, mostPieces));
      return kept.filter((piece) => most.has(piece));
    }

    // The postings of a unit's phrases: for each place the terms that may stand there, null where
    // that is not known.
    async slots(unit) {
      return Promise.all(unit.phrases.map(({ terms, isPrefix }) =>
        Promise.all(terms.map(async (term, place) => {
          if (term === null) return null;
          const entries = isPrefix && place === terms.length - 1
            ? await this.index.entriesFrom(term) : [await this.index.entry(term)];
          return entries.includes(null) ? null : entries.flatMap((entry) => entry?.posting ?? []);
        }))));
    }

    async collect(units, isAll, excluded) {
      const all = Math.max(this.index.rows, 1);
      const weights = units.map(({ rows }) =>
        Math.max(4, logarithm(all) - logarithm(Math.max(rows, 1))));
      const slots = await Promise.all(units.map((unit) => this.slots(unit)));
      const without = await Promise.all(excluded.map((unit) => this.slots(unit)));
      const query = { units, weights, slots, without, isAll,
        total: Math.max(1, weights.reduce((sum, weight) => sum + weight, 0)) };
      const rows = await this.candidates(query);
      const candidates = rows.sort((one, other) => one - other).map((row) => ({ row }));
      return this.ranked(candidates, query);
    }

    async ranked(candidates, query) {
      const isExact = await this.score(candidates, query);
      return { events: this.events(candidates), units: query.units, isExact, candidates, query };
    }

    // The rows that may have what is looked for: all of it, or any.
    async candidates({ slots, without, isAll }) {
      // The rarest first: what it leaves need not be looked for in all the others have.
      const size = (unit) => unit.reduce((sum, phrase) =>
        sum + Math.min(...phrase.filter(Boolean).map(sizeOf)), 0);
      const rarestFirst = [...slots].sort((one, other) => size(one) - size(other));
      let rows = null;
      if (isAll) {
        for (const unit of rarestFirst) {
          rows = await rowsOf(unit, rows);
          if (!rows.length) return rows;
        }
      } else {
        const found = await Promise.all(rarestFirst.map((unit) => rowsOf(unit)));
        rows = [...new Set(found.flat())];
      }
      await Promise.all(without.map((unit) => rowsOf(unit, rows)));
      return rows;
    }

    // Gives candidates their scores, as far as it takes to know the best: places are loaded only for
    // what may be among these. Returns whether all of it could be loaded.
    async score(candidates, query) {
      for (const candidate of candidates) this.weigh(candidate, query);
      for (;;) {
        const best = this.events(candidates.filter(({ isSure }) => isSure));
        const least = best[limit - 1]?.score ?? 0;
        const open = candidates.filter(({ isSure, bound }) => !isSure && bound >= least)
          .sort((one, other) => other.bound - one.bound);
        if (!open.length) return true;
        if (!canSpend()) return false;
        const next = open.slice(0, limit);
        await Promise.all(next.flatMap(({ row }) => [...query.slots, ...query.without].flat()
          .filter((phrase) => !hitsOf(phrase, row)).flat(2).filter(Boolean)
          .map((posting) => posting.loadPiece(posting.pieceOf(row)))));
        for (const candidate of next) this.weigh(candidate, query);
        if (next.every(({ isSure }) => !isSure)) return false;
      }
    }

    // The score of a candidate; where places are missing, what it is at least and at most.
    weigh(candidate, { units, weights, slots, without, isAll, total }) {
      const { row } = candidate, places = [], single = units.length === 1;
      let score = 0, covered = 0, isThere = true;
      candidate.isSure = true;
      slots.forEach((phrases, unit) => {
        let strength = 0, isKnown = true;
        for (const phrase of phrases) {
          const hits = hitsOf(phrase, row);
          if (hits) {
            strength += this.index.strength(hits);
            for (const place of hits.slice(0, mostHits)) places.push(place * 64 + unit);
          } else {
            // Of a single term the places make no difference.
            candidate.isSure &&= single && phrase.length === 1 && phrase[0].length === 1;
            const most = strengthOf(phrase, row);
            strength += most ?? 0;
            isKnown &&= most !== undefined;
          }
        }
        if (!strength) {
          isThere &&= !isAll || !isKnown;
          return;
        }
        covered += weights[unit];
        score += Math.floor(weights[unit] * 1024 * strength / (strength + half));
      });
      for (const phrases of without) {
        for (const phrase of phrases) {
          const hits = hitsOf(phrase, row);
          if (hits?.length) isThere = false;
          if (hits) continue;
          candidate.isSure = false;
          // Rather nothing than what nobody wants.
          isThere &&= canSpend();
        }
      }
      const whole = (closeness) => {
        const sum = Math.floor((score + closeness) * covered / total);
        return row % (1 << this.index.partBits) > 0 ? Math.floor(sum * 5 / 4) : sum;
      };
      candidate.score = isThere ? whole(single ? 0 : this.closeness(places, weights, total)) : 0;
      candidate.bound = candidate.isSure ? candidate.score : isThere ? whole(total * 512) : 0;
      if (!isThere) candidate.isSure = true;
    }

    // What is added where hits of different units stand near one another in their text.
    closeness(places, weights, total) {
      if (places.length < 2) return 0;
      places.sort((one, other) => one - other);
      let closeness = 0;
      for (let index = 1; index < places.length; index += 1) {
        const [one, other] = [places[index - 1], places[index]];
        const units = [one % 64, other % 64];
        const [from, to] = [Math.floor(one / 64), Math.floor(other / 64)];
        const number = Math.floor(to / column), gap = to - from;
        if (units[0] === units[1] || gap <= 0 || gap > near
          || number !== Math.floor(from / column)) continue;
        const weight = Math.min(weights[units[0]], weights[units[1]]);
        closeness += Math.floor(Math.floor(weight * 64 * this.index.weights[number] / gap) / 8);
      }
      return Math.min(closeness, total * 512);
    }

    // The best row of each event, by score; of those that score the same the first in order.
    events(candidates) {
      const events = [];
      for (const { row, score } of candidates) {
        if (!score) continue;
        const event = row >> this.index.partBits, last = events.at(-1);
        if (last?.event !== event) events.push({ event, row, score });
        else if (score > last.score) Object.assign(last, { row, score });
      }
      return events.sort((one, other) => other.score - one.score || one.row - other.row);
    }
  }

  const sizeOf = (slot) => slot.reduce((sum, posting) => sum + posting.count, 0);

  // The rows that have every term of one of the phrases, near one another or not; among some rows,
  // or all.
  async function rowsOf(phrases, among = null) {
    const found = await Promise.all(phrases.map(async (phrase) => {
      let rows = among;
      const slots = phrase.filter(Boolean).sort((one, other) => sizeOf(one) - sizeOf(other));
      for (const slot of slots) {
        await Promise.all(slot.map((posting) => posting.loadFor(rows)));
        if (rows) {
          // What is known already of other places of the phrase leaves few.
          rows = rows.filter((row) => (slot.some((posting) => posting.has(row))
            || slot.length && slot.every((posting) => posting.has(row) === undefined))
            && hitsOf(phrase, row)?.length !== 0);
        } else if (!slot.length || slot.some((posting) => posting.rows())) {
          rows = [...new Set(slot.flatMap((posting) => posting.rows() ?? []))];
        }
        if (rows && !rows.length) break;
      }
      return rows ?? [];
    }));
    return [...new Set(found.flat())];
  }

  // Where a phrase begins in a row; undefined where it may stand there, but that is not known.
  function hitsOf(phrase, row) {
    let starts = null, isKnown = true;
    phrase.forEach((slot, index) => {
      const hits = slot?.map((posting) => posting.hits(row));
      if (!hits || hits.includes(undefined)) {
        isKnown &&= !hits;
        return;
      }
      const found = hits.flat().map((place) => place - index), set = new Set(found);
      starts = starts?.filter((place) => set.has(place))
        ?? (hits.length > 1 ? found.sort((one, other) => one - other) : found);
    });
    if (starts && !starts.length) return [];
    return isKnown ? starts ?? [] : undefined;
  }
  // How strong a phrase is in a row at most: as its least term; undefined where none is known.
  function strengthOf(phrase, row) {
    const strengths = phrase.filter((slot) => slot?.some((posting) => posting.has(row)))
      .map((slot) => slot.reduce((sum, posting) =>
        sum + (posting.has(row) ? posting.strength(row) : 0), 0));
    return strengths.length ? Math.min(...strengths) : undefined;
  }

  // -- Answers.

  // Finds what a query asks for: named events, then the best others, with their texts.
  async function answer(index, text) {
    const items = readQuery(text), named = [];
    for (const item of items) {
      const name = eventName(item);
      const events = name ? await index.named(name) : [];
      for (const event of events) if (!named.includes(event)) named.push(event);
      if (item.isExcluded && events.length) {
        item.text = `-${item.text}`;
        item.isExcluded = false;
      }
    }
    const isEmpty = !named.length
      && !items.some((item) => !item.isExcluded && analyse(item.text).length);
    if (isEmpty) return { isEmpty, results: [], count: 0, isExact: true, named };
    const found = await new Ranking(index).rank(items);
    const others = found.events.filter(({ event }) => !named.includes(event));
    const rows = [
      ...named.map((event) => ({ event, row: event * (1 << index.partBits), isNamed: true })),
      ...others,
    ].slice(0, limit);
    const results = await Promise.all(rows.map((place) => result(index, place, found.units)));
    return {
      results: results.filter(Boolean), named, count: others.length + named.length,
      isExact: found.isExact,
    };
  }

  // The text of a row: its event, what is told of it, and where it stands.
  async function result(index, { event, row, isNamed }, units) {
    const file = await index.file(`t${event >> index.textShift}`, roomForTexts);
    if (!file) return null;
    const [text] = file, lines = [];
    let number = 0, id = "";
    for (const line of text.split("\n")) {
      const [head, ...fields] = line.split("\t"), numbers = new Numbers(head);
      number += numbers.next();
      id = numbers.rest() || id;
      if (number >> index.partBits === event) lines.push({ number, id, fields });
    }
    // What has no line of its own is told on the event's page, which comes first.
    const line = !isNamed && lines.find((each) => each.number === row) || lines[0];
    if (!line) return null;
    const [message = "", address = "", language = index.locale] = line.fields;
    const [source, folder] = index.source(event);
    return {
      id: line.id, source, text: message, language: language || index.locale,
      hits: hitsIn(index, message, units),
      address: `${index.path}/${folder}/${address || lower(line.id)}/index.html`,
    };
  }

  // Where the units stand in a text.
  function hitsIn(index, text, units) {
    const tokens = analyse(text), hits = [];
    const terms = tokens.map(({ term }) => index.knownTerms(term));
    tokens.forEach((token, start) => {
      for (const { terms: wanted, isPrefix } of units.flatMap(({ phrases }) => phrases)) {
        const last = start + wanted.length - 1;
        const isHit = last < tokens.length && wanted.every((term, place) =>
          terms[start + place].includes(term)
          || isPrefix && start + place === last && tokens[last].term.startsWith(term));
        if (!isHit) continue;
        const isFirstOnly = isPrefix && tokens[last].kind === "pair";
        const end = isFirstOnly ? tokens[last].firstEnd : tokens[last].end;
        const before = hits.at(-1);
        if (before && token.start <= before.end) before.end = Math.max(before.end, end);
        else hits.push({ start: token.start, end });
      }
    });
    return hits;
  }

  // Asks the page's own language, and if that has nothing the others, the nearest first.
  async function search(index, text) {
    spent = 0;
    room = roomForAll;
    let best = await answer(index, text);
    for (const [locale, path] of index.others) {
      if (best.results.length || best.isEmpty || !canSpend()) break;
      const other = await Index.open(locale, `${index.root}${path}/search/index.js`);
      best = { ...await answer(other, text), isFallback: true };
    }
    return best;
  }

  globalThis.errkbSearch.open = async (locale, root, address) =>
    Object.assign(await Index.open(locale, address), { root });
  globalThis.errkbSearch.search = search;

  // -- The page: results under the field while somebody types.

  const pause = 120, shortestBeginning = 3;

  // What is looked for before a word is finished: what begins with it.
  function unfinished(text) {
    const [word] = text.match(/[^\p{White_Space}"*-]+$/u) ?? [""];
    const isBeginning = word.length >= shortestBeginning && !/\d/.test(word)
      && !unspaced.test(word) && (text.split('"').length - 1) % 2 === 0;
    return isBeginning ? `${text}*` : text;
  }

  function filled(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  }

  function statusOf({ results, count, isExact, isEmpty, isFallback }, index, query) {
    const { notes, locale } = index, shown = results.length;
    if (isEmpty) return notes.emptySearchNotice;
    if (!shown) return filled(notes.nothingFoundNotice, { query });
    if (isFallback) return filled(notes.searchFallbackNotice, { asked: locale });
    const pattern = shown < count ? notes.shownInLocale
      : count === 1 ? notes.foundOneInLocale : notes.foundInLocale;
    return filled(pattern, { shown, count: isExact ? count : `${count}+`, locale });
  }

  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  }

  function item({ id, source, text, language, hits, address }, root) {
    const message = element("span", { class: "message", lang: language });
    let at = 0;
    for (const { start, end } of hits) {
      message.append(text.slice(at, start), element("mark", {}, text.slice(start, end)));
      at = end;
    }
    message.append(text.slice(at));
    return element("li", {}, element("a", { href: root + address },
      element("b", { class: "id", translate: "no" }, id), " ", message, " ",
      element("small", { translate: "no" }, `${source} · ${language}`)));
  }

  function start() {
    const { locale, root = "", search: address, kind } = document.documentElement.dataset;
    const field = document.getElementById("q"), list = document.getElementById("results");
    const status = document.getElementById("search-status");
    if (!address || !field || !list || !status) return;
    let opened, latest = 0, timer;
    const open = () => opened ??= globalThis.errkbSearch.open(locale, root, address);

    async function show(query) {
      const number = latest += 1, index = query.trim() && await open();
      const found = index && await search(index, query);
      // Somebody typed on.
      if (number !== latest) return;
      list.replaceChildren(...(found?.results ?? []).map((result) => item(result, root)));
      list.hidden = !list.children.length;
      status.textContent = found ? statusOf(found, index, field.value) : "";
    }

    const links = () => [...list.querySelectorAll("a")];
    field.addEventListener("focus", open, { once: true });
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => show(unfinished(field.value)), pause);
    });
    field.form.addEventListener("keydown", (event) => {
      const all = links(), place = all.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && all.length) {
        event.preventDefault();
        (all[place + step] ?? (place + step < 0 ? field : all.at(-1))).focus();
      } else if (event.key === "Escape" && (place >= 0 || all.length)) {
        event.preventDefault();
        field.focus();
        if (kind !== "search") show("");
      }
    });
    // A number goes straight to its event; all else to the page of results, which the form knows.
    field.form.addEventListener("submit", async (event) => {
      if (!field.value.trim() || /[\p{White_Space}"*]/u.test(field.value.trim())) return;
      event.preventDefault();
      const { named = [], results } = await open().then((index) => search(index, field.value))
        .catch(() => ({}));
      if (named.length === 1) location.assign(root + results[0].address);
      else field.form.submit();
    });

    const asked = new URLSearchParams(location.search).get("q");
    if (kind === "search" && asked) {
      field.value = asked;
      show(asked);
    }
  }

  // What only asks, without a page, has no document.
  if (document.documentElement) start();
})();

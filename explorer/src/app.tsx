import { useEffect, useState } from "preact/hooks";
import { chooseLanguage, store, stored, useWords, WORDS, WordsContext } from "./i18n/language.js";
import { Aside } from "./panel/aside.js";
import { SearchBox } from "./parts/search-box.js";
import { VIEWS } from "./state/address.js";
import { HereContext, useAddressBar, useHere } from "./state/use-address.js";
import { Compare } from "./views/compare.js";
import { Contradictions } from "./views/contradictions.js";
import { Graph } from "./views/graph.js";
import { Home } from "./views/home.js";
import { Honours } from "./views/honours.js";
import { Matrix } from "./views/matrix.js";
import { Timeline } from "./views/timeline.js";

const PAGES = {
  home: Home,
  graph: Graph,
  honours: Honours,
  matrix: Matrix,
  timeline: Timeline,
  compare: Compare,
  contradictions: Contradictions,
};

/** The whole page: head, the view that the address names, and the panel of what is chosen. */
export function App() {
  const here = useAddressBar();
  const { view, lang } = here.address;
  const words = WORDS[chooseLanguage(lang)];
  useEffect(() => {
    document.documentElement.lang = words.language === "zh" ? "zh-CN" : "en";
    document.title = `${words.t(`view.${view}`)} · ${words.language === "zh" ? "质图 Zhitu" : "Zhitu 质图"}`;
  }, [view, words]);
  const Page = PAGES[view];
  return (
    <HereContext.Provider value={here}>
      <WordsContext.Provider value={words}>
        <a class="skip" href="#content">
          {words.t("skip")}
        </a>
        <Head />
        <div class="body">
          <main id="content" class={`view view-${view}`} tabIndex={-1}>
            <Page />
          </main>
          <Aside />
        </div>
      </WordsContext.Provider>
    </HereContext.Provider>
  );
}

function Head() {
  const { address, go } = useHere();
  const { t, language } = useWords();
  const other = language === "zh" ? "en" : "zh";
  return (
    <header>
      <button
        type="button"
        class="brand"
        onClick={() =>
          go({ view: "home", chosen: undefined, link: undefined, doc: undefined, at: undefined })
        }
      >
        <img src="/favicon.svg" alt="" width="28" height="28" />
        {t("title")}
      </button>
      <SearchBox
        label={t("search")}
        placeholder={t("search.placeholder")}
        onChoose={({ id }) =>
          go({
            view: "graph",
            around: [id],
            show: [],
            path: [],
            hide: [],
            pins: {},
            chosen: id,
            link: undefined,
            doc: undefined,
            at: undefined,
          })
        }
      />
      <nav aria-label={t("navigation")}>
        {VIEWS.map((view) => (
          <a
            key={view}
            href={view === "home" ? "/" : `/?view=${view}`}
            aria-current={view === address.view ? "page" : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              go({ view, doc: undefined, at: undefined });
            }}
          >
            {t(`view.${view}`)}
          </a>
        ))}
      </nav>
      <div class="settings">
        <button
          type="button"
          lang={other}
          onClick={() => {
            store("language", other);
            go({ lang: other }, { replace: true });
          }}
        >
          {t("language")}
        </button>
        <Theme />
      </div>
    </header>
  );
}

/** Light or dark: what the reader chose, else what the system says. */
function Theme() {
  const { t } = useWords();
  const system = matchMedia("(prefers-color-scheme: dark)");
  const [theme, setTheme] = useState(() => stored("theme") ?? (system.matches ? "dark" : "light"));
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    dispatchEvent(new Event("zhitu-theme"));
  }, [theme]);
  const other = theme === "dark" ? "light" : "dark";
  return (
    <button
      type="button"
      onClick={() => {
        store("theme", other);
        setTheme(other);
      }}
    >
      {t(`theme.${other}`)}
    </button>
  );
}

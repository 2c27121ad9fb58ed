import { Clock, CornerDownLeft, Search } from "lucide-react";
import { type MouseEvent, useEffect } from "react";
import { Link } from "react-router";
import { Button } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import { Kbd } from "@/components/kbd.tsx";
import { Skeleton } from "@/components/skeleton.tsx";
import { isRetryable, messageOf } from "@/lib/api-error.ts";
import { countOf } from "@/lib/format.ts";
import { useShell } from "../ui-state.ts";
import { AudienceBody, HitBody, OpenedBody } from "./hit.tsx";
import { forgetSearches } from "./recent.ts";
import { type Found, type Offer, resultsPath } from "./use-found.ts";

interface SearchPanelProps {
  id: string;
  text: string;
  found: Found;
  /** Index of the offer that Enter takes; -1: none. */
  active: number;
  onActive: (index: number) => void;
  /** `elsewhere`: in a tab of its own, so this one stays as it is. */
  onChosen: (offer: Offer, elsewhere: boolean) => void;
  onLeave: () => void;
}

/** Under the search box: hits by kind, or what was searched for and opened lately. The focus stays in the box. */
export function SearchPanel({ id, text, found, active, onActive, onChosen, onLeave }: SearchPanelProps) {
  const set = useShell((state) => state.set);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  const hits = found.offers.filter(({ type }) => type === "hit" || type === "audience").length;
  return (
    // oxlint-disable-next-line jsx_a11y/no-static-element-interactions -- only keeps the focus in the box
    <div
      className="search-panel"

      data-testid="search-panel"
      onMouseDown={(event) => event.preventDefault()}
    >
      {found.groups.length === 0 ? null : (
        <div className="search-offers" role="listbox" id={id} aria-label="Found" aria-busy={found.looking}>
          {found.groups.map((group) => (
            <div key={group.id} role="group" aria-label={group.label} className={`search-group of-${group.id}`}>
              {group.id === "all" ? null : (
                <div className="search-head" aria-hidden="true">
                  {group.label}
                  {group.count === undefined ? null : <span className="num t-3">{group.count}</span>}
                </div>
              )}
              {group.offers.map((offer) => {
                const index = found.offers.indexOf(offer);
                return (
                  <OfferLine
                    key={offer.key}
                    id={`${id}-${index}`}
                    offer={offer}
                    index={index}
                    selected={index === active}
                    onActive={onActive}
                    onChosen={onChosen}
                  />
                );
              })}
            </div>
          ))}
        </div>
      )}
      <State found={found} text={text} onLeave={onLeave} />
      <p className="sr" role="status">
        {found.current ? (hits === 0 ? "Nothing found" : `${countOf(hits, "hit", "hits")} shown`) : ""}
      </p>
      <div className="search-foot">
        <span>
          <Kbd keys="arrowup" />
          <Kbd keys="arrowdown" /> choose
        </span>
        <span>
          <Kbd keys="enter" /> open
        </span>
        <span>
          <Kbd keys="mod+enter" /> in a new tab
        </span>
        {found.groups.some((group) => group.id === "searches") ? (
          <button type="button" className="link" onClick={forgetSearches}>
            Forget searches
          </button>
        ) : (
          <button
            type="button"
            className="search-more"
            onClick={() => {
              onLeave();
              set({ paletteOpen: true });
            }}
          >
            Pages and actions <Kbd keys="mod+k" />
          </button>
        )}
      </div>
    </div>
  );
}

function OfferLine(props: {
  id: string;
  offer: Offer;
  index: number;
  selected: boolean;
  onActive: (index: number) => void;
  onChosen: (offer: Offer, elsewhere: boolean) => void;
}) {
  const { id, offer, index, selected } = props;
  const shared = {
    id,
    role: "option",
    tabIndex: -1,
    "aria-selected": selected,
    "data-testid": `search-${offer.type}`,
    className: `search-offer ${selected ? "on" : ""}`,
    onMouseMove: () => (selected ? undefined : props.onActive(index)),
  };
  if (offer.type === "words") {
    return (
      <button type="button" {...shared} onClick={() => props.onChosen(offer, false)}>
        <Icon as={Clock} />
        <span className="clip">{offer.words}</span>
      </button>
    );
  }
  const go = (event: MouseEvent) => props.onChosen(offer, event.ctrlKey || event.metaKey || event.shiftKey);
  return (
    <Link {...shared} to={offer.to} onClick={go}>
      {offer.type === "hit" ? (
        <HitBody hit={offer.hit} />
      ) : offer.type === "audience" ? (
        <AudienceBody hit={offer.hit} />
      ) : offer.type === "opened" ? (
        <OpenedBody record={offer.record} />
      ) : (
        <>
          <Icon as={Search} />
          <span className="grow">{offer.label}</span>
        </>
      )}
      {selected ? <Icon as={CornerDownLeft} size="sm" className="search-enter" /> : null}
    </Link>
  );
}

/** Where there is nothing to choose: why, and the way on. */
function State({ found, text, onLeave }: { found: Found; text: string; onLeave: () => void }) {
  if (found.error !== null) {
    return (
      <div className="search-state" role="alert">
        <p className="grow">
          <b className="med">The search did not answer.</b> {messageOf(found.error)}
        </p>
        {isRetryable(found.error) ? (
          <Button small onClick={found.retry}>
            Try again
          </Button>
        ) : null}
      </div>
    );
  }
  if (found.nothing) {
    return (
      <div className="search-state">
        <p className="t-2 grow">
          Nothing has all of <b className="med break-anywhere">“{text}”</b>. Try fewer words, or an email, a domain, a
          phone number.
        </p>
        <Link className="btn btn-sm" to={`${resultsPath(text)}&archived=1`} onClick={onLeave}>
          Look in the archive
        </Link>
      </div>
    );
  }
  if (found.looking) {
    return (
      <>
        {found.offers.length > 0 ? null : (
          <div className="delayed search-waiting" aria-hidden="true">
            {[62, 48, 55].map((width) => (
              <Skeleton key={width} width={`${width}%`} />
            ))}
          </div>
        )}
        <p className="search-late t-12 t-3">Still looking. Longer words are found faster.</p>
      </>
    );
  }
  if (found.groups.length > 0) return null;
  return <p className="search-state t-2">Type a name, a company, an email, a domain or a phone number.</p>;
}

import { ArrowDown, ArrowUp, Equal, Split } from "lucide-react";
import { Tag } from "@/components/badge.tsx";
import { Button, IconButton } from "@/components/button.tsx";
import { Icon } from "@/components/icon.tsx";
import type { SurvivorshipSource } from "@/gql/graphql.ts";
import { joined, moved, type Order, split } from "./order.ts";

/** Places from the strongest down. Each moves by its buttons; two can be made equals and told apart again. */
export function OrderEditor({
  order,
  labels,
  name,
  onChange,
}: {
  order: Order;
  labels: ReadonlyMap<SurvivorshipSource, string>;
  /** What the order is of. */
  name: string;
  onChange: (order: Order) => void;
}) {
  return (
    <ol className="order" aria-label={`Order of sources for ${name}`}>
      {order.map((place, index) => {
        const called = place.map((source) => labels.get(source) ?? source).join(" or ");
        return (
          <li key={place.join()} className="order-place">
            <span className="num t-3">{index + 1}</span>
            <span className="grow row flex-wrap">
              {place.map((source, nth) => (
                <span key={source} className="row">
                  {nth === 0 ? null : <Icon as={Equal} size="sm" className="t-3" />}
                  <Tag>{labels.get(source) ?? source}</Tag>
                  {place.length < 2 ? null : (
                    <IconButton
                      label={`Give ${labels.get(source) ?? source} a place of its own`}
                      icon={Split}
                      onClick={() => onChange(split(order, index, source))}
                    />
                  )}
                </span>
              ))}
              {place.length < 2 ? null : <span className="t-3 t-12">the newer value wins</span>}
            </span>
            <Button
              variant="quiet"
              small
              icon={Equal}
              aria-label={`Make ${called} equal to the place above`}
              disabledReason={index === 0 ? "Nothing stands above it" : undefined}
              onClick={() => onChange(joined(order, index))}
            >
              <span className="max-md:hidden">Equal</span>
            </Button>
            <IconButton
              label={`Move ${called} up`}
              icon={ArrowUp}
              disabledReason={index === 0 ? "It is the strongest" : undefined}
              onClick={() => onChange(moved(order, index, -1))}
            />
            <IconButton
              label={`Move ${called} down`}
              icon={ArrowDown}
              disabledReason={index === order.length - 1 ? "It is the weakest" : undefined}
              onClick={() => onChange(moved(order, index, 1))}
            />
          </li>
        );
      })}
    </ol>
  );
}

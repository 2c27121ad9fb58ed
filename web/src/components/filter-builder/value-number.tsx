import { isObject, numberFrom, textOf } from "./values.ts";
import type { EditorProps } from "./value-editor.tsx";
import { useState } from "react";
import "../field.css";

export function NumberEditor({ value, onChange, onDone, label, autoFocus }: EditorProps) {
  const [text, setText] = useState(textOf(value));
  return (
    <span className="input">
      <input
        type="text"
        inputMode="decimal"
        className="mono"
        aria-label={label}
        autoComplete="off"
        autoFocus={autoFocus}
        placeholder="50"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(event.target.value.trim() === "" ? undefined : numberFrom(event.target.value), true);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") onDone();
        }}
      />
    </span>
  );
}

/** The currencies offered; a filter may hold any other. */
const CURRENCIES = ["USD", "EUR", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "JPY", "CAD", "AUD", "INR", "CNY", "BRL"];

/** Only amounts of that currency are compared. */
export function MoneyEditor({ value, onChange, onDone, label, autoFocus }: EditorProps) {
  const money = isObject(value) ? value : {};
  const [amount, setAmount] = useState(textOf(money.amount));
  const [currency, setCurrency] = useState(textOf(money.currency) || "USD");
  const change = (nextAmount: string, nextCurrency: string, typing: boolean) => {
    setAmount(nextAmount);
    setCurrency(nextCurrency);
    const bare = String(numberFrom(nextAmount)).trim();
    onChange(bare === "" ? undefined : { amount: bare, currency: nextCurrency }, typing);
  };
  const offered = CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES];
  return (
    <div className="row">
      <span className="input">
        <input
          type="text"
          inputMode="decimal"
          className="mono"
          aria-label={label}
          autoComplete="off"
          autoFocus={autoFocus}
          placeholder="1000000"
          value={amount}
          onChange={(event) => change(event.target.value, currency, true)}
          onKeyDown={(event) => {
            if (event.key === "Enter") onDone();
          }}
        />
      </span>
      <span className="input w-24 flex-none">
        <select
          aria-label={`${label}, currency`}
          value={currency}
          onChange={(event) => change(amount, event.target.value, false)}
        >
          {offered.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </span>
    </div>
  );
}

import { type ComponentProps, useRef, useState } from "react";
import { checkPassword, type PasswordPerson, type PasswordVerdict } from "@/lib/password-check.ts";
import { TextField } from "./field.tsx";

interface Props extends Omit<ComponentProps<typeof TextField>, "type" | "autoComplete" | "value" | "required"> {
  /** Asked when the field is left: what is known of who will have the password. */
  person?: () => PasswordPerson;
}

/**
 * A password somebody chooses. How good it is the server says, when the field is left: not with each key, and by the rule that it
 * decides by. When it cannot be asked nothing is said here; sending the form says it all the same.
 */
export function NewPasswordField({ person = () => ({}), hint, error, onChange, onBlur, ...field }: Props) {
  const typed = useRef("");
  const [said, setSaid] = useState<PasswordVerdict | null>(null);
  const ask = async (password: string) => {
    if (password === "" || said !== null) return;
    try {
      const verdict = await checkPassword(password, person());
      // What was typed meanwhile is another password.
      if (typed.current === password) setSaid(verdict);
    } catch {
      // The server decides when it is sent, and says so then.
    }
  };
  const refused = said?.accepted === false ? said.message : undefined;
  return (
    <TextField
      {...field}
      required
      type="password"
      autoComplete="new-password"
      hint={<span aria-live="polite">{said?.accepted === true ? said.message : hint}</span>}
      error={error ?? refused}
      onChange={(event) => {
        typed.current = event.target.value;
        setSaid(null);
        onChange?.(event);
      }}
      onBlur={(event) => {
        onBlur?.(event);
        void ask(event.target.value);
      }}
    />
  );
}

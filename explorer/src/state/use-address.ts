import { createContext } from "preact";
import { useCallback, useContext, useEffect, useState } from "preact/hooks";
import { type Address, HOME, readAddress, writeAddress } from "./address.js";

/** Goes to a changed address: a new entry of the history, or in place of the present one. */
export type Go = (change: Partial<Address>, options?: { replace?: boolean }) => void;

export interface Here {
  address: Address;
  go: Go;
}

export const HereContext = createContext<Here>({ address: HOME, go: () => {} });

/** The address and the way to change it. */
export const useHere = (): Here => useContext(HereContext);

/** The address bar as state; back and forward change it too. For the root of the page alone. */
export function useAddressBar(): Here {
  const [address, setAddress] = useState(() => readAddress(location.search));
  useEffect(() => {
    const follow = () => setAddress(readAddress(location.search));
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const go = useCallback<Go>((change, { replace } = {}) => {
    const next = { ...readAddress(location.search), ...change };
    const url = `/${writeAddress(next)}`;
    if (url !== location.pathname + location.search) {
      if (replace) history.replaceState(null, "", url);
      else history.pushState(null, "", url);
    }
    setAddress(readAddress(location.search));
  }, []);
  return { address, go };
}

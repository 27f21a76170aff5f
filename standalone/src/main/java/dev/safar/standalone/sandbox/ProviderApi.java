package dev.safar.standalone.sandbox;

/** How one provider's API answers. */
interface ProviderApi {

    boolean matches(String path);

    ProviderAnswer answer(ProviderRequest request);
}

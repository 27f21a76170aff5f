package dev.safar.dispatch.provider;

import java.net.Inet4Address;
import java.net.InetAddress;

/** The addresses of the internet at large: all but those that mean this machine, its network, or nobody in particular. */
final class PublicAddresses {

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        boolean sharedByCarriers = first == 100 && second >= 64 && second < 128;
        boolean special = first == 192 && second == 0 && address[2] == 0;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 240 && !sharedByCarriers && !special && !benchmarks;
    }

    /** Global unicast is 2000::/3; of it 6to4 and Teredo carry an IPv4 address that may be anybody's. */
    private static boolean isPublic6(byte[] address) {
        boolean unicast = (address[0] & 0xe0) == 0x20;
        boolean sixToFour = address[0] == 0x20 && address[1] == 0x02;
        boolean teredo = address[0] == 0x20 && address[1] == 0x01 && address[2] == 0 && address[3] == 0;
        return unicast && !sixToFour && !teredo;
    }
}

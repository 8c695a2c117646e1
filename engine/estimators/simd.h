// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>

// Kernels are written once on vectors of 32 bytes. ASSAY_KERNEL makes the body; it is inlined into a function for any
// machine and into one for AVX2 with fused multiplication (ASSAY_AVX2), and hasAvx2() chooses between them at run time.
#define ASSAY_KERNEL [[gnu::always_inline]] inline
#if defined(__x86_64__)
#define ASSAY_AVX2 [[gnu::target("avx2,fma")]]
#else
#define ASSAY_AVX2
#endif

namespace assay::engine::simd {

inline bool hasAvx2()
{
#if defined(__x86_64__)
    static const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    return has;
#else
    return false;
#endif
}

template<class T>
struct Wide;

template<>
struct Wide<float>
{
    using Type = float __attribute__((vector_size(32)));
    using Bits = std::int32_t __attribute__((vector_size(32)));
    static constexpr int lanes = 8;
    static constexpr float largest = 88.0F, smallest = -87.0F; ///< of exp's arguments
    static constexpr float ln2High = 0.693359375F, ln2Low = -2.12194440e-4F;
    static constexpr float shift = 0x1.8p23F; ///< adding it leaves the nearest whole number in the low bits
    static constexpr int mantissa = 23, bias = 127, terms = 7;
};

template<>
struct Wide<double>
{
    using Type = double __attribute__((vector_size(32)));
    using Bits = std::int64_t __attribute__((vector_size(32)));
    static constexpr int lanes = 4;
    static constexpr double largest = 709, smallest = -708;
    static constexpr double ln2High = 6.93147180369123816490e-01, ln2Low = 1.90821492927058770002e-10;
    static constexpr double shift = 0x1.8p52;
    static constexpr int mantissa = 52, bias = 1023, terms = 13;
};

template<class T>
ASSAY_KERNEL void load(typename Wide<T>::Type &to, const T *from)
{
    std::memcpy(&to, from, sizeof to);
}

template<class T>
ASSAY_KERNEL void store(T *to, const typename Wide<T>::Type &from)
{
    std::memcpy(to, &from, sizeof from);
}

/// exp of each lane to about the last bit: 2ⁿ · Taylor series of what is left, |rest| ≤ ½ ln 2.
template<class T>
ASSAY_KERNEL void exponential(typename Wide<T>::Type &x)
{
    using W = Wide<T>;
    using V = typename W::Type;
    using Bits = typename W::Bits;
    x = x > W::largest ? V{} + W::largest : x;
    x = x < W::smallest ? V{} + W::smallest : x;
    const V shifted = x * T(1.44269504088896340736) + W::shift;
    const V n = shifted - W::shift;
    const V rest = (x - n * W::ln2High) - n * W::ln2Low;
    V sum = V{} + T(1);
#pragma GCC unroll 16
    for (int k = W::terms; k > 0; --k)
        sum = T(1) + sum * rest * (T(1) / T(k));
    Bits power;
    std::memcpy(&power, &shifted, sizeof power);
    power = (power + W::bias) << W::mantissa;
    V scale;
    std::memcpy(&scale, &power, sizeof scale);
    x = sum * scale;
}

/// log(1 + x) of each lane for 0 ≤ x ≤ 1: twice the area hyperbolic tangent of x / (2 + x).
ASSAY_KERNEL void logOnePlus(Wide<double>::Type &x)
{
    const Wide<double>::Type s = x / (2.0 + x);
    const Wide<double>::Type square = s * s;
    Wide<double>::Type sum = Wide<double>::Type{} + 1.0 / 35;
#pragma GCC unroll 20
    for (int k = 16; k >= 0; --k)
        sum = 1.0 / (2 * k + 1) + sum * square;
    x = 2 * s * sum;
}

} // namespace assay::engine::simd

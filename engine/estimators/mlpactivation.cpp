// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/mlpactivation.h"

#include "engine/estimators/simd.h"

namespace assay::engine {

namespace {

using V = simd::Wide<float>::Type;
constexpr std::size_t lanes = simd::Wide<float>::lanes;

ASSAY_KERNEL void activateAll(Activation activation, float *values, std::size_t count)
{
    for (std::size_t i = 0; i < count; i += lanes) {
        V x;
        simd::load<float>(x, values + i);
        if (activation == Activation::Relu) {
            x = x > 0.0F ? x : V{};
        } else {
            // tanh x = 2 · logistic 2x − 1.
            const float factor = activation == Activation::Tanh ? 2.0F : 1.0F;
            x *= -factor;
            simd::exponential<float>(x);
            x = factor / (1.0F + x) - (factor - 1.0F);
        }
        simd::store<float>(values + i, x);
    }
}

ASSAY_KERNEL void applyAll(Activation activation, const float *values, float *slopes, std::size_t count)
{
    for (std::size_t i = 0; i < count; i += lanes) {
        V value;
        V slope;
        simd::load<float>(value, values + i);
        simd::load<float>(slope, slopes + i);
        if (activation == Activation::Relu)
            slope = value > 0.0F ? slope : V{};
        else
            slope *= activation == Activation::Tanh ? 1.0F - value * value : value * (1.0F - value);
        simd::store<float>(slopes + i, slope);
    }
}

ASSAY_AVX2 void activateAvx2(Activation activation, float *values, std::size_t count)
{
    activateAll(activation, values, count);
}

ASSAY_AVX2 void applyAvx2(Activation activation, const float *values, float *slopes, std::size_t count)
{
    applyAll(activation, values, slopes, count);
}

} // namespace

void activate(Activation activation, float *values, std::size_t count)
{
    if (simd::hasAvx2())
        activateAvx2(activation, values, count);
    else
        activateAll(activation, values, count);
}

void applyDerivative(Activation activation, const float *values, float *slopes, std::size_t count)
{
    if (simd::hasAvx2())
        applyAvx2(activation, values, slopes, count);
    else
        applyAll(activation, values, slopes, count);
}

} // namespace assay::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/mlpnetwork.h"

#include "engine/estimators/mlpactivation.h"
#include "engine/estimators/products.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

std::optional<Activation> activationFromName(std::string_view name)
{
    if (name == "relu")
        return Activation::Relu;
    if (name == "tanh")
        return Activation::Tanh;
    if (name == "logistic")
        return Activation::Logistic;
    return std::nullopt;
}

MlpNetwork::MlpNetwork(std::vector<int> sizes, Activation activation)
    : m_activation(activation)
{
    std::size_t place = 0;
    for (std::size_t i = 0; i + 1 < sizes.size(); ++i) {
        Layer layer{.in = sizes[i], .out = sizes[i + 1], .stride = padded(sizes[i + 1]), .weights = place};
        layer.biases = place + static_cast<std::size_t>(layer.in * layer.stride);
        place = layer.biases + static_cast<std::size_t>(layer.stride);
        m_layers.push_back(layer);
    }
    m_parameters.assign(place, 0);
}

void MlpNetwork::initialise(Random &random)
{
    const double factor = m_activation == Activation::Logistic ? 2 : 6;
    for (const Layer &layer : m_layers) {
        const double bound = std::sqrt(factor / (layer.in + layer.out));
        for (int i = 0; i <= layer.in; ++i) {
            // The biases follow as one more row.
            float *row = m_parameters.data() + layer.weights + i * layer.stride;
            for (int j = 0; j < layer.out; ++j)
                row[j] = static_cast<float>(bound * (2 * random.uniform() - 1));
        }
    }
}

Matrix MlpNetwork::layer(std::size_t index) const
{
    const Layer &layer = m_layers[index];
    Matrix values(layer.in + 1, layer.out);
    for (Eigen::Index i = 0; i < values.rows(); ++i) {
        for (Eigen::Index j = 0; j < values.cols(); ++j)
            values(i, j) = m_parameters[layer.weights + i * layer.stride + j];
    }
    return values;
}

void MlpNetwork::setLayer(std::size_t index, const Matrix &values)
{
    const Layer &layer = m_layers[index];
    for (Eigen::Index i = 0; i < values.rows(); ++i) {
        for (Eigen::Index j = 0; j < values.cols(); ++j)
            m_parameters[layer.weights + i * layer.stride + j] = static_cast<float>(values(i, j));
    }
}

void MlpNetwork::forward(const float *X, int rows, Pass &pass) const
{
    pass.values.resize(m_layers.size());
    const float *from = X;
    std::ptrdiff_t fromStride = m_layers.front().in;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer &layer = m_layers[i];
        std::vector<float> &to = pass.values[i];
        to.resize(static_cast<std::size_t>(rows * layer.stride));
        const float *biases = m_parameters.data() + layer.biases;
        for (int row = 0; row < rows; ++row)
            std::copy_n(biases, layer.stride, to.data() + row * layer.stride);
        addProduct({rows, layer.stride, layer.in}, Operand<const float>{from, fromStride},
                   Operand<const float>{m_parameters.data() + layer.weights, layer.stride},
                   Operand<float>{to.data(), layer.stride});
        if (i + 1 < m_layers.size())
            activate(m_activation, to.data(), to.size());
        from = to.data();
        fromStride = layer.stride;
    }
}

// Slopes · Wᵀ, times the derivative of the activation of the layer before.
void MlpNetwork::slopesBefore(const Layer &layer, int rows, Pass &pass, std::size_t index) const
{
    const std::ptrdiff_t stride = m_layers[index - 1].stride;
    pass.turned.assign(static_cast<std::size_t>(layer.out * stride), 0);
    for (int i = 0; i < layer.in; ++i) {
        const float *row = m_parameters.data() + layer.weights + i * layer.stride;
        for (int j = 0; j < layer.out; ++j)
            pass.turned[j * stride + i] = row[j];
    }
    std::vector<float> &before = pass.slopes[index - 1];
    before.assign(static_cast<std::size_t>(rows * stride), 0);
    addProduct({rows, stride, layer.out}, Operand<const float>{pass.slopes[index].data(), layer.stride},
               Operand<const float>{pass.turned.data(), stride}, Operand<float>{before.data(), stride});
    applyDerivative(m_activation, pass.values[index - 1].data(), before.data(), before.size());
}

void MlpNetwork::backward(const float *X, int rows, Pass &pass, std::vector<float> &gradient) const
{
    for (std::size_t i = m_layers.size(); i-- > 0;) {
        const Layer &layer = m_layers[i];
        const float *from = i > 0 ? pass.values[i - 1].data() : X;
        const std::ptrdiff_t fromStride = i > 0 ? m_layers[i - 1].stride : layer.in;
        const float *slopes = pass.slopes[i].data();
        addProduct({layer.in, layer.stride, rows}, Operand<const float>{from, 1, fromStride},
                   Operand<const float>{slopes, layer.stride},
                   Operand<float>{gradient.data() + layer.weights, layer.stride});
        float *biases = gradient.data() + layer.biases;
        for (int row = 0; row < rows; ++row) {
            for (std::ptrdiff_t j = 0; j < layer.stride; ++j)
                biases[j] += slopes[row * layer.stride + j];
        }
        if (i > 0)
            slopesBefore(layer, rows, pass, i);
    }
}

} // namespace assay::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/random.h"
#include "engine/data/matrix.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace assay::engine {

enum class Activation { Relu, Tanh, Logistic };
std::optional<Activation> activationFromName(std::string_view name);

/// A fully connected network in float32: hidden layers with one activation, an output layer without any. All parameters
/// lie in one array, layer by layer, weights [in × padded(out)] before biases [padded(out)]; what is padding stays 0.
class MlpNetwork
{
public:
    /// @p sizes: columns of the input, units of each hidden layer, outputs.
    MlpNetwork(std::vector<int> sizes, Activation activation);

    struct Layer
    {
        int in = 0, out = 0;
        std::ptrdiff_t stride = 0; ///< padded(out)
        std::size_t weights = 0;   ///< where they begin
        std::size_t biases = 0;
    };

    /// What a batch leaves behind in each layer. Rows have the layer's stride.
    struct Pass
    {
        std::vector<std::vector<float>> values; ///< after activation; the last are the outputs
        std::vector<std::vector<float>> slopes; ///< of the loss by the values before activation
        std::vector<float> turned;
    };

    /// Uniform weights and biases as scikit-learn draws them (Glorot & Bengio 2010).
    void initialise(Random &random);
    /// Outputs of @p rows rows of X, [rows × sizes().front()] without padding, in pass.values.back().
    void forward(const float *X, int rows, Pass &pass) const;
    /// Adds to @p gradient what the slopes of the outputs in pass.slopes.back() come to, after forward().
    void backward(const float *X, int rows, Pass &pass, std::vector<float> &gradient) const;

    /// [in + 1 × out], the biases last: the float32 values, exactly.
    Matrix layer(std::size_t index) const;
    void setLayer(std::size_t index, const Matrix &values);

    const std::vector<Layer> &layers() const { return m_layers; }
    std::vector<float> &parameters() { return m_parameters; }
    const std::vector<float> &parameters() const { return m_parameters; }

private:
    void slopesBefore(const Layer &layer, int rows, Pass &pass, std::size_t index) const;

    Activation m_activation;
    std::vector<Layer> m_layers;
    std::vector<float> m_parameters;
};

} // namespace assay::engine
